package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.PreferencesContract;
import java.time.InstantSource;

class PostgresPreferencesTest extends PreferencesContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
