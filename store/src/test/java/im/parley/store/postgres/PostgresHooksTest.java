package im.parley.store.postgres;

import im.parley.store.contract.HooksContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresHooksTest extends HooksContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
