package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.PresenceContract;
import java.time.InstantSource;

class PostgresPresenceTest extends PresenceContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
