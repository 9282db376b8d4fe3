package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.PollsContract;
import java.time.InstantSource;

class PostgresPollsTest extends PollsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
