package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.SearchContract;
import java.time.InstantSource;

class PostgresSearchTest extends SearchContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
