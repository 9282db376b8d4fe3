package im.parley.store.postgres;

import im.parley.store.contract.AccountsContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresAccountsTest extends AccountsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
