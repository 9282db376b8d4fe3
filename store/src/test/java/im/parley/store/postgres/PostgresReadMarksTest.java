package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.ReadMarksContract;
import java.time.InstantSource;

class PostgresReadMarksTest extends ReadMarksContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
