package im.parley.store.sqlite;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.store.StoreException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What callers are told of the database's failures, and what those say of its health. */
final class Failures {

  private static final int OVERLOADED_RETRY_MS = 200;
  private static final int UNAVAILABLE_RETRY_MS = 2_000;

  /** An extended result code has its primary code in the low byte. */
  private static final int PRIMARY_CODE = 0xff;

  private Failures() {}

  /** Too much is waiting already. */
  static RefusedException overloaded() {
    return RefusedException.later(
        ErrorCode.OVERLOADED, "The server is busy: come back shortly", OVERLOADED_RETRY_MS);
  }

  /** Nothing can be written now, and nothing was. */
  static RefusedException unavailable() {
    return RefusedException.later(
        ErrorCode.UNAVAILABLE, "The server cannot store anything now", UNAVAILABLE_RETRY_MS);
  }

  /** What the caller hears of a failure before the commit: all was rolled back. */
  static RuntimeException beforeCommit(Exception failure) {
    if (isOfTheDisk(failure)) {
      return unavailable();
    }
    return new StoreException("The store failed, and nothing was changed", failure);
  }

  /** What the caller hears of a failed commit. Only a full disk is sure to have stopped it. */
  static RuntimeException ofCommit(SQLException failure) {
    if (primaryCode(failure) == SQLiteErrorCode.SQLITE_FULL.code) {
      return unavailable();
    }
    return new StoreException("The commit failed: the same key finds out what happened", failure);
  }

  /** Whether it is about the disk or its files, and so will meet the next one too. */
  static boolean isOfTheDisk(Exception failure) {
    int code = primaryCode(failure);
    return code == SQLiteErrorCode.SQLITE_FULL.code
        || code == SQLiteErrorCode.SQLITE_IOERR.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_BUSY.code
        || code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  private static int primaryCode(Exception failure) {
    return failure instanceof SQLiteException e ? e.getResultCode().code & PRIMARY_CODE : 0;
  }
}
