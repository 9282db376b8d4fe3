package im.parley.store.sqlite;

import im.parley.store.contract.OpenStore;
import im.parley.store.contract.PollsContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqlitePollsTest extends PollsContract {

  @TempDir Path directory;

  @Override
  protected OpenStore open(InstantSource clock) {
    return OpenSqlite.in(directory, clock);
  }
}
