package im.parley.store.postgres;

import im.parley.store.contract.ArrivalsContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresArrivalsTest extends ArrivalsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
