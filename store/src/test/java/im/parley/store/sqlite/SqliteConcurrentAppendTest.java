package im.parley.store.sqlite;

import im.parley.store.contract.ConcurrentAppendContract;
import im.parley.store.contract.OpenStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class SqliteConcurrentAppendTest extends ConcurrentAppendContract {

  @TempDir Path directory;

  @Override
  protected List<OpenStore> open(InstantSource clock) {
    return List.of(OpenSqlite.in(directory, clock));
  }
}
