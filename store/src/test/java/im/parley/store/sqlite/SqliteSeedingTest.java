package im.parley.store.sqlite;

import im.parley.store.contract.OpenStore;
import im.parley.store.seed.Seeding;
import im.parley.store.seed.SeedingContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

class SqliteSeedingTest extends SeedingContract {

  @TempDir Path directory;

  @Override
  protected void fill(Seeding seeding) {
    SqliteSeeding.fill(directory, seeding);
  }

  @Override
  protected OpenStore open(InstantSource clock) {
    return OpenSqlite.in(directory, clock);
  }
}
