package im.parley.store.sqlite;

import im.parley.store.contract.ExpiryContract;
import im.parley.store.contract.OpenStore;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteExpiryTest extends ExpiryContract {

  @TempDir Path directory;

  @Override
  protected OpenStore open(InstantSource clock) {
    return OpenSqlite.in(directory, clock);
  }
}
