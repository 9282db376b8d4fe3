package im.parley.store.postgres;

import im.parley.store.contract.MessageChangesContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresMessageChangesTest extends MessageChangesContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
