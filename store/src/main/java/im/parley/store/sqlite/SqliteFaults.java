package im.parley.store.sqlite;

import im.parley.store.sql.Faults;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean. */
final class SqliteFaults implements Faults {

  /** An extended result code has its primary code in the low byte. */
  private static final int PRIMARY_CODE = 0xff;

  @Override
  public boolean isLasting(Exception failure) {
    int code = primaryCode(failure);
    return code == SQLiteErrorCode.SQLITE_FULL.code
        || code == SQLiteErrorCode.SQLITE_IOERR.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_BUSY.code
        || code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code;
  }

  @Override
  public boolean isPassing(Throwable failure) {
    return false;
  }

  /** Only a full disk is sure to have stopped it. */
  @Override
  public boolean leftNothing(SQLException failure) {
    return primaryCode(failure) == SQLiteErrorCode.SQLITE_FULL.code;
  }

  private static int primaryCode(Exception failure) {
    return failure instanceof SQLiteException e ? e.getResultCode().code & PRIMARY_CODE : 0;
  }
}
