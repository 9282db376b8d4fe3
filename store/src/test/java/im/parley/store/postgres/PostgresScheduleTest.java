package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.ScheduleContract;
import java.time.InstantSource;

class PostgresScheduleTest extends ScheduleContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
