package im.parley.core.outgoing;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Outgoing;
import java.util.Locale;
import java.util.Set;

/** Whether an outgoing webhook wants to be told of an event. */
final class Wanted {

  private Wanted() {}

  /**
   * Whether it does.
   *
   * @param bots those of the events' makers who are bots: two hooks that answer each other would
   *     never end
   */
  static boolean by(Outgoing hook, DurableEvent event, Set<UserId> bots) {
    return hook.events().contains(event.data().type().wireName())
        && (Boolean.TRUE.equals(hook.bots()) || !bots.contains(event.by()))
        && called(hook, event.data());
  }

  private static boolean called(Outgoing hook, Fact fact) {
    if (hook.keywords().isEmpty() || !(fact instanceof Fact.MessagePosted posted)) {
      return true;
    }
    String text = posted.text().toLowerCase(Locale.ROOT);
    return hook.keywords().stream()
        .map(keyword -> keyword.toLowerCase(Locale.ROOT))
        .anyMatch(keyword -> text.startsWith(keyword) && endsAt(text, keyword.length()));
  }

  private static boolean endsAt(String text, int end) {
    return end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
  }
}
