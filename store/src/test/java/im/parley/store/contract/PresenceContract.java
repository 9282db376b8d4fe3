package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.presence.Chosen;
import im.parley.core.presence.PresenceRecord;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.PresenceState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.presence.PresenceRecords} promises. */
public abstract class PresenceContract extends StoreContract {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.456Z");
  private static final Chosen BUSY = new Chosen(PresenceState.DND, "In the mill", "⚙️", NOON);
  private static final Chosen HIDDEN = new Chosen(PresenceState.INVISIBLE, null, null, null);

  @Test
  void onlyUsersWhoExistAreFound() {
    UserId ada = register("ada");

    assertThat(store.ports().presence().find(List.of(ada, UserId.random())))
        .isEqualTo(Map.of(ada, PresenceRecord.NONE));
  }

  @Test
  void theLastChoiceIsKept() {
    UserId ada = register("ada");

    assertThat(store.ports().presence().choose(ada, HIDDEN))
        .isEqualTo(new PresenceRecord(HIDDEN, null));
    assertThat(store.ports().presence().choose(ada, BUSY))
        .isEqualTo(new PresenceRecord(BUSY, null));

    assertThat(store.ports().presence().find(List.of(ada)))
        .isEqualTo(Map.of(ada, new PresenceRecord(BUSY, null)));
  }

  @Test
  void aChoiceKeepsWhenOneWasSeenAndBeingSeenKeepsTheChoice() {
    UserId ada = register("ada");

    store.ports().presence().seen(ada, START);
    assertThat(store.ports().presence().choose(ada, BUSY))
        .isEqualTo(new PresenceRecord(BUSY, START));
    store.ports().presence().seen(ada, NOON);

    assertThat(store.ports().presence().choose(ada, HIDDEN))
        .isEqualTo(new PresenceRecord(HIDDEN, NOON));
  }

  @Test
  void whoHidesIsNotSeen() {
    UserId ada = register("ada");
    Chosen untilNoon = new Chosen(PresenceState.INVISIBLE, null, null, NOON);
    store.ports().presence().choose(ada, HIDDEN);
    store.ports().presence().seen(ada, NOON);
    assertThat(store.ports().presence().choose(ada, untilNoon).lastSeen()).isNull();

    store.ports().presence().seen(ada, NOON.minusMillis(1));
    assertThat(store.ports().presence().choose(ada, untilNoon).lastSeen()).isNull();
    store.ports().presence().seen(ada, NOON);
    assertThat(store.ports().presence().choose(ada, untilNoon).lastSeen()).isEqualTo(NOON);
  }
}
