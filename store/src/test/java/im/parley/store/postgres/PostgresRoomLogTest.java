package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.RoomLogContract;
import java.time.InstantSource;

class PostgresRoomLogTest extends RoomLogContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
