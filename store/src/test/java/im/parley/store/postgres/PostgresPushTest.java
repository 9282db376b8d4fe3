package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.PushContract;
import java.time.InstantSource;

class PostgresPushTest extends PushContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
