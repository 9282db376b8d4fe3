package im.parley.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A change to the store, all or nothing. It runs in a transaction that it may share with others: it
 * checks everything before it writes anything, so that a refusal leaves nothing behind. It may run
 * more than once, and only its last run counts.
 */
@FunctionalInterface
public interface Work<R extends @Nullable Object> {

  /**
   * Does it.
   *
   * @throws im.parley.protocol.error.RefusedException if it may not happen; nothing was written
   * @throws SQLException if the store failed; everything is rolled back
   */
  R run(WriteTransaction transaction) throws SQLException;

  /** What it looks up first; null if that is not worth to be known before. */
  default @Nullable LookUp lookUp() {
    return null;
  }
}
