package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.SessionsContract;
import java.time.InstantSource;

class PostgresSessionsTest extends SessionsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
