package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.SlashContract;
import java.time.InstantSource;

class PostgresSlashTest extends SlashContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
