package im.parley.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Changes that are made to find out whether any can be. */
final class DiskProbe {

  /** More than one message of the largest size needs. */
  private static final int BYTES = 64 * 1024;

  private DiskProbe() {}

  /** Changes nothing: with a database that is away not even that can be begun. */
  static @Nullable Void begin(WriteTransaction transaction) {
    return null;
  }

  /** Needs room on the disk. */
  static @Nullable Void fill(WriteTransaction transaction) throws SQLException {
    transaction
        .query(
            """
            INSERT INTO probe (id, filler) VALUES (1, ?1)
            ON CONFLICT (id) DO UPDATE SET filler = ?1
            """)
        .bind(new byte[BYTES])
        .update();
    return null;
  }

  /** Gives it back. */
  static @Nullable Void empty(WriteTransaction transaction) throws SQLException {
    transaction.query("DELETE FROM probe").update();
    return null;
  }
}
