package im.parley.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.expiry.Expiries;
import im.parley.core.log.Change;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.contract.OpenStore;
import im.parley.store.contract.StoreContract;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two servers that find the same messages due. */
class ManyServersExpiryTest extends StoreContract {

  private static final int ROOMS = 5;
  private static final int MESSAGES = 20;

  private final TestDatabase database = TestDatabase.fresh();
  private InstantSource clock = InstantSource.system();

  @Override
  protected OpenStore open(InstantSource inHand) {
    clock = inHand;
    return database.open(inHand);
  }

  @Test
  void eachIsDeletedOnce() {
    UserId ada = register("ada");
    List<RoomId> rooms = new ArrayList<>();
    for (int i = 0; i < ROOMS; i++) {
      RoomId room = publicRoom(ada, "Room " + i);
      rooms.add(room);
      append(room, ada, new Change.Describe(null, null, null, null, 60));
    }
    for (int i = 0; i < ROOMS * MESSAGES; i++) {
      post(rooms.get(i % ROOMS), ada, "secret");
    }
    passMillis(60_000);

    try (OpenStore other = database.open(clock)) {
      List<Expiries.Due> due = store.ports().expiries().due(now(), 1_000);
      assertThat(due).hasSize(ROOMS * MESSAGES);
      List<CompletableFuture<Boolean>> answers = new ArrayList<>();
      for (int i = 0; i < due.size(); i++) {
        answers.add(store.ports().expiries().expire(due.get(i)));
        answers.add(other.ports().expiries().expire(due.get(due.size() - 1 - i)));
      }
      assertThat(answers.stream().filter(StoreContract::await)).hasSize(due.size());
      for (RoomId room : rooms) {
        assertThat(facts(room))
            .filteredOn(Fact.MessageDeleted.class::isInstance)
            .hasSize(MESSAGES)
            .doesNotHaveDuplicates();
      }
    }
  }
}
