package im.parley.store.postgres;

import im.parley.store.contract.ExpiryContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresExpiryTest extends ExpiryContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
