package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.OutgoingContract;
import java.time.InstantSource;

class PostgresOutgoingTest extends OutgoingContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
