package im.parley.store.postgres;

import im.parley.store.contract.FilesContract;
import im.parley.store.contract.OpenStore;
import java.time.InstantSource;

class PostgresFilesTest extends FilesContract {

  @Override
  protected OpenStore open(InstantSource clock) {
    return TestDatabase.fresh().open(clock);
  }
}
