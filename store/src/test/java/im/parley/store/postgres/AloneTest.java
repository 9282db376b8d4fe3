package im.parley.store.postgres;

import im.parley.store.contract.ConcurrentAppendContract;
import im.parley.store.contract.MembershipContract;
import im.parley.store.contract.OpenStore;
import im.parley.store.contract.ReadMarksContract;
import im.parley.store.contract.RoomLogContract;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** A server that is alone keeps rooms in hand from batch to batch, and keeps the same promises. */
class AloneTest {

  private static OpenStore alone(InstantSource clock) {
    return TestDatabase.fresh().open(Sharing.ONE_SERVER, clock);
  }

  @Nested
  class Log extends RoomLogContract {

    @Override
    protected OpenStore open(InstantSource clock) {
      return alone(clock);
    }
  }

  @Nested
  class Appends extends ConcurrentAppendContract {

    @Override
    protected List<OpenStore> open(InstantSource clock) {
      return List.of(alone(clock));
    }
  }

  @Nested
  class Memberships extends MembershipContract {

    @Override
    protected OpenStore open(InstantSource clock) {
      return alone(clock);
    }
  }

  @Nested
  class Marks extends ReadMarksContract {

    @Override
    protected OpenStore open(InstantSource clock) {
      return alone(clock);
    }
  }
}
