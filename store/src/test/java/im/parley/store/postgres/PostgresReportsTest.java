package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.ReportsContract;
import java.time.InstantSource;

class PostgresReportsTest extends ReportsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
