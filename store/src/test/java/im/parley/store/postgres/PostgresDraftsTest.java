package im.parley.store.postgres;

import im.parley.store.contract.DraftsContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresDraftsTest extends DraftsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
