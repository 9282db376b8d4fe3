package im.parley.core.push;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.presence.Chosen;
import im.parley.core.presence.Liveness;
import im.parley.core.push.PushService.Urgency;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.PresenceState;
import im.parley.protocol.view.QuietHours;
import im.parley.protocol.view.RoomKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PushRulesTest {

  private static final Instant NOW = Instant.parse("2026-11-25T22:30:00Z");
  private static final UserId ADA = new UserId("ada");
  private static final UserId BOB = new UserId("bob");
  private static final long SEQ = 7;

  private RoomKind kind = RoomKind.PUBLIC;
  private @Nullable Long thread;
  private @Nullable Boolean alsoInRoom;
  private @Nullable List<String> mentions;
  private Set<UserId> followers = Set.of();
  private NotifyLevel level = NotifyLevel.ALL;
  private long read = SEQ - 1;
  private Chosen chosen = Chosen.NOTHING;
  private Preferences preferences = Preferences.NONE;
  private Liveness liveness = Liveness.ABSENT;

  @Test
  void everythingInARoomUnlessOneWantsLess() {
    assertThat(urgency()).contains(Urgency.NORMAL);
    level = NotifyLevel.MENTIONS;
    assertThat(urgency()).isEmpty();
    kind = RoomKind.DIRECT;
    assertThat(urgency()).isEmpty();
    level = NotifyLevel.ALL;
    assertThat(urgency()).contains(Urgency.HIGH);
    level = NotifyLevel.NONE;
    mentions = List.of(BOB.value());
    assertThat(urgency()).isEmpty();
  }

  @Test
  void whoIsNamed() {
    level = NotifyLevel.MENTIONS;
    mentions = List.of("eve");
    assertThat(urgency()).isEmpty();
    mentions = List.of("eve", BOB.value());
    assertThat(urgency()).contains(Urgency.HIGH);
    mentions = List.of("@room");
    assertThat(urgency()).contains(Urgency.HIGH);
    mentions = List.of("@here");
    assertThat(urgency()).isEmpty();
    liveness = Liveness.IDLE;
    assertThat(urgency()).contains(Urgency.HIGH);
  }

  @Test
  void aKeywordIsLikeOnesName() {
    level = NotifyLevel.MENTIONS;
    preferences = new Preferences(List.of("LOOM"), null);

    assertThat(urgency()).contains(Urgency.HIGH);
  }

  @Test
  void aReplyInAThreadIsForThoseWhoFollowIt() {
    thread = 3L;
    assertThat(urgency()).isEmpty();
    alsoInRoom = true;
    assertThat(urgency()).contains(Urgency.NORMAL);
    alsoInRoom = null;
    level = NotifyLevel.MENTIONS;
    followers = Set.of(BOB);
    assertThat(urgency()).contains(Urgency.NORMAL);
  }

  @Test
  void whoHasReadItKnows() {
    read = SEQ;
    assertThat(urgency()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Liveness.class)
  void whoIsAtADeviceSeesItThereUnlessTheySayThatTheyAreAway(Liveness there) {
    liveness = there;
    assertThat(urgency().isPresent()).isEqualTo(there != Liveness.ACTIVE);
    chosen = new Chosen(PresenceState.INVISIBLE, null, null, null);
    assertThat(urgency().isPresent()).isEqualTo(there != Liveness.ACTIVE);
    chosen = new Chosen(PresenceState.AWAY, null, null, null);
    assertThat(urgency()).isPresent();
  }

  @Test
  void whoIsNotToBeDisturbedIsNot() {
    kind = RoomKind.DIRECT;
    chosen = new Chosen(PresenceState.DND, null, null, NOW.plusSeconds(1));
    assertThat(urgency()).isEmpty();
    chosen = new Chosen(PresenceState.DND, null, null, NOW);
    assertThat(urgency()).isPresent();
    preferences = new Preferences(List.of(), new QuietHours("22:00", "07:00", "UTC", List.of(3)));
    assertThat(urgency()).isEmpty();
    preferences = new Preferences(List.of(), new QuietHours("22:00", "07:00", "UTC", List.of(4)));
    assertThat(urgency()).isPresent();
  }

  private Optional<Urgency> urgency() {
    Fact.MessagePosted message =
        new Fact.MessagePosted(
            "About the loom",
            1,
            new MessageKey("k"),
            null,
            thread,
            alsoInRoom,
            mentions,
            null,
            null,
            null,
            null);
    Occasion occasion =
        new Occasion(
            new Occasion.Place(new RoomId("r"), SEQ, kind, "Engines"),
            new Occasion.Author(ADA, "Ada"),
            message,
            followers,
            List.of());
    Recipient recipient =
        new Recipient(BOB, level, new Recipient.Reading(read, 1), chosen, preferences, List.of());
    return PushRules.urgency(occasion, recipient, liveness, NOW);
  }
}
