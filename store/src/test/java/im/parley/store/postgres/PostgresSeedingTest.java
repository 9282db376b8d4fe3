package im.parley.store.postgres;

import im.parley.store.contract.OpenStore;
import im.parley.store.seed.Seeding;
import im.parley.store.seed.SeedingContract;
import java.time.InstantSource;

class PostgresSeedingTest extends SeedingContract {

  private final TestDatabase database = TestDatabase.fresh();

  @Override
  protected void fill(Seeding seeding) {
    PostgresSeeding.fill(Database.of(database.url()), seeding);
  }

  @Override
  protected OpenStore open(InstantSource clock) {
    return database.open(Sharing.ONE_SERVER, clock);
  }
}
