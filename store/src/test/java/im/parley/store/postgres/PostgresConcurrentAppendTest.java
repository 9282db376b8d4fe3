package im.parley.store.postgres;

import im.parley.store.contract.ConcurrentAppendContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;
import java.util.List;

class PostgresConcurrentAppendTest extends ConcurrentAppendContract {

  @Override
  protected List<OpenStore> open(InstantSource clock) {
    return List.of(TestDatabase.fresh().open(clock));
  }
}
