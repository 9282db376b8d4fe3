package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.RoomsContract;
import java.time.InstantSource;

class PostgresRoomsTest extends RoomsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
