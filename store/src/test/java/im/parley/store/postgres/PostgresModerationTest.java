package im.parley.store.postgres;

import im.parley.store.contract.ModerationContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresModerationTest extends ModerationContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
