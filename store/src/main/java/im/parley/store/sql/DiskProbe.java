package im.parley.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A write that needs room on the disk, to find out whether there is some. */
final class DiskProbe {

  /** More than one message of the largest size needs. */
  private static final int BYTES = 64 * 1024;

  private DiskProbe() {}

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

  static @Nullable Void empty(WriteTransaction transaction) throws SQLException {
    transaction.query("DELETE FROM probe").update();
    return null;
  }
}
