package im.parley.store.sql;

import java.sql.SQLException;
import java.util.List;

/** The connection that writes: one transaction after the other, all by one thread. */
public interface WriteConnection extends Statements {

  /**
   * Begins a transaction, and connects again first if the connection was lost.
   *
   * @return whether what was read in earlier transactions is still true, as far as nobody else may
   *     write: not after a new connection
   */
  boolean begin() throws SQLException;

  /** Whether the transaction has anything to commit: answers and refusals alone write nothing. */
  boolean hasWritten() throws SQLException;

  /**
   * Makes it durable: when this returns it survives the loss of power.
   *
   * @throws SQLException if it is not, or if that cannot be found out
   */
  void commit() throws SQLException;

  /** Ends the transaction without a trace, as far as there is one. */
  void rollback();

  /** Between transactions, while the disk is full: frees what can be freed. */
  void makeRoom();

  /**
   * Reads at once what the work of a transaction will look up, if one by one is too slow.
   *
   * @param rooms where rooms and members go
   * @param keys where it goes what was done under the keys
   */
  void prepare(List<LookUp> lookUps, LoadedRooms rooms, KnownKeys keys) throws SQLException;

  /** Writes the rows that every message changes, in the transaction that goes on. */
  LogRows rows() throws SQLException;

  /** Who else writes to the database. */
  Company company();

  /** With whom a connection shares the right to write. */
  enum Company {
    /** Nobody: what was read stays true until it is written. */
    ALONE,

    /** Other servers: a room is locked before it is read, and read again in each transaction. */
    AMONG_OTHERS
  }
}
