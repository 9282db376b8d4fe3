package im.parley.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Reads. Every read is one transaction: it sees one moment, with everything in it that was
 * committed before the call. Waiting does not hold the carrier of a virtual thread. More reads at a
 * time than the engine has room for are refused as overloaded.
 */
public interface Readers {

  /** What a caller wants to know. */
  @FunctionalInterface
  interface Read<R extends @Nullable Object> {
    R from(Statements connection) throws SQLException;
  }

  /** Reads, and waits for the answer. */
  <R extends @Nullable Object> R read(Read<R> read);
}
