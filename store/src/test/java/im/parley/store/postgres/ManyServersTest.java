package im.parley.store.postgres;

import im.parley.store.contract.ConcurrentAppendContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;
import java.util.List;

/** Three servers that write to the same rooms of one database. */
class ManyServersTest extends ConcurrentAppendContract {

  @Override
  protected List<OpenStore> open(InstantSource clock) {
    TestDatabase database = TestDatabase.fresh();
    return List.of(database.open(clock), database.open(clock), database.open(clock));
  }
}
