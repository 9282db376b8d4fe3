package im.parley.store.postgres;

import im.parley.store.contract.NotifyLevelsContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresNotifyLevelsTest extends NotifyLevelsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
