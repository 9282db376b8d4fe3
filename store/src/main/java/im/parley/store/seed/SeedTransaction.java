package im.parley.store.seed;

import im.parley.store.sql.WriteConnection;
import im.parley.store.sql.WriteTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One transaction after the other, each of many events, by a clock that is set by hand: what is
 * written happened then.
 */
final class SeedTransaction {

  /** Events in one transaction: until it is committed, they are in memory. */
  private static final int PORTION = 50_000;

  private final WriteTransaction transaction;
  private final SeedListener listener;
  private long now;
  private long written;

  /** Begins with this time, in milliseconds since 1970. */
  SeedTransaction(WriteConnection connection, SeedListener listener, long begin)
      throws SQLException {
    this.transaction = new WriteTransaction(connection, new Clock());
    this.listener = listener;
    this.now = begin;
    transaction.begin();
  }

  private final class Clock implements InstantSource {
    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(now);
    }

    @Override
    public long millis() {
      return now;
    }
  }

  /** What the product's own work is done with. */
  WriteTransaction current() {
    return transaction;
  }

  /** Sets the clock, in milliseconds since 1970. */
  void setClock(long millis) {
    now = millis;
  }

  /** An event was written; commits after enough of them, which lets go of rooms and members. */
  void wrote() throws SQLException {
    written++;
    if (written % PORTION == 0) {
      commit();
      transaction.begin();
    }
  }

  /** Makes all that was written durable. */
  void commit() throws SQLException {
    transaction.flush();
    transaction.commit();
    listener.written(written);
  }
}
