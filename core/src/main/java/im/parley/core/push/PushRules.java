package im.parley.core.push;

import im.parley.core.presence.Chosen;
import im.parley.core.presence.Liveness;
import im.parley.core.push.PushService.Urgency;
import im.parley.protocol.event.Fact;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.PresenceState;
import im.parley.protocol.view.QuietHours;
import im.parley.protocol.view.RoomKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is notified of what. */
final class PushRules {

  private PushRules() {}

  /** How urgently somebody is to be notified; empty for not at all. */
  static Optional<Urgency> urgency(
      Occasion occasion, Recipient recipient, Liveness liveness, Instant now) {
    return wantsQuiet(recipient, now) || knows(occasion, recipient, liveness, now)
        ? Optional.empty()
        : interest(occasion, recipient, liveness);
  }

  private static boolean wantsQuiet(Recipient recipient, Instant now) {
    QuietHours quiet = recipient.preferences().quietHours();
    return recipient.level() == NotifyLevel.NONE
        || recipient.chosen().at(now).state() == PresenceState.DND
        || (quiet != null && quiet.include(now));
  }

  /** Who has read it knows of it, and who is at a device sees it there. */
  private static boolean knows(
      Occasion occasion, Recipient recipient, Liveness liveness, Instant now) {
    Chosen chosen = recipient.chosen().at(now);
    return recipient.reading().seq() >= occasion.place().seq()
        || (liveness == Liveness.ACTIVE && chosen.state() != PresenceState.AWAY);
  }

  private static Optional<Urgency> interest(
      Occasion occasion, Recipient recipient, Liveness liveness) {
    boolean everything = recipient.level() == NotifyLevel.ALL;
    if ((everything && occasion.place().kind() == RoomKind.DIRECT)
        || isNamed(occasion, recipient, liveness)
        || Keywords.anyIn(occasion.message().text(), recipient.preferences().keywords())) {
      return Optional.of(Urgency.HIGH);
    }
    return occasion.followers().contains(recipient.user())
            || (everything && isInRoom(occasion.message()))
        ? Optional.of(Urgency.NORMAL)
        : Optional.empty();
  }

  /** {@code @here} is for those who have a session, though they are not looking. */
  private static boolean isNamed(Occasion occasion, Recipient recipient, Liveness liveness) {
    List<String> mentions = occasion.message().mentions();
    return mentions != null
        && (mentions.contains(recipient.user().value())
            || mentions.contains("@room")
            || (mentions.contains("@here") && liveness != Liveness.ABSENT));
  }

  private static boolean isInRoom(Fact.MessagePosted message) {
    return message.thread() == null || Boolean.TRUE.equals(message.alsoInRoom());
  }
}
