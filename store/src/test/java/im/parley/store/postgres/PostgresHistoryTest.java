package im.parley.store.postgres;

import im.parley.store.contract.HistoryContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresHistoryTest extends HistoryContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
