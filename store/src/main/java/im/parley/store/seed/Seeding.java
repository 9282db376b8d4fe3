package im.parley.store.seed;

import im.parley.store.StoreException;
import im.parley.store.sql.Founding;
import im.parley.store.sql.WriteConnection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * Fills an empty store with people, rooms and messages, for benchmarks and demonstrations. What is
 * written is what these people would have left behind by themselves, except that nobody is in a
 * room that welcomes newcomers: a benchmark would measure little but that room of everyone.
 */
public final class Seeding {

  private final SeedPlan plan;
  private final String passwordHash;
  private final SeedListener listener;
  private final InstantSource clock;

  /**
   * Prepares the work.
   *
   * @param passwordHash of everyone's password, in PHC form
   * @param listener hears how far it is
   * @param clock tells when the last of it happens
   */
  public Seeding(SeedPlan plan, String passwordHash, SeedListener listener, InstantSource clock) {
    this.plan = plan;
    this.passwordHash = passwordHash;
    this.listener = listener;
    this.clock = clock;
  }

  /** What else of the store follows from its rows. */
  @FunctionalInterface
  public interface Completion {
    /** Brings it up to the rows. */
    void run() throws SQLException;
  }

  /**
   * Fills the store that this connection writes to, whose tables are current. It is written in
   * several transactions: what a fill leaves behind that did not come to its end is of no use.
   *
   * @param name what the store is called in messages
   * @param completion comes after the last row
   * @throws SQLException if it cannot be asked or founded; nothing was written
   * @throws StoreException if there are accounts in it already, or it cannot be written; the
   *     message says which, and what to do
   */
  public void fill(WriteConnection connection, String name, Completion completion)
      throws SQLException {
    Founding.epoch(connection, clock);
    if (connection.query("SELECT 1 FROM account LIMIT 1").exists()) {
      throw new StoreException(
          "There are accounts in " + name + " already, and only an empty store is seeded");
    }
    try {
      Seeder seeder = new Seeder(connection, plan, listener, clock.millis());
      List<SeededUser> users = seeder.run(passwordHash);
      completion.run();
      users.forEach(listener::seeded);
    } catch (SQLException e) {
      throw new StoreException(
          "Seeding failed half-way: delete " + name + " before you try again: " + e.getMessage(),
          e);
    }
  }
}
