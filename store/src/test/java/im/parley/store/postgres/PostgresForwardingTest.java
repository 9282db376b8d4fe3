package im.parley.store.postgres;

import im.parley.store.contract.ForwardingContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresForwardingTest extends ForwardingContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
