package im.parley.store.postgres;

import java.sql.SQLException;

/** Changes that wait for others of their kind, to go to the database together. */
interface Together {

  /** Has what waits done. */
  void runWaiting() throws SQLException;

  /** Gives up what waits. */
  void forgetWaiting() throws SQLException;
}
