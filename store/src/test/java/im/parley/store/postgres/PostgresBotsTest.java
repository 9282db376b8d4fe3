package im.parley.store.postgres;

import im.parley.store.contract.BotsContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresBotsTest extends BotsContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
