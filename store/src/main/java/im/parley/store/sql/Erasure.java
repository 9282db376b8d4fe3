package im.parley.store.sql;

import java.sql.SQLException;

/** What the deletion of a message does beside its event, within a transaction. */
final class Erasure {

  private final WriteTransaction transaction;

  Erasure(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  /** The message was taken back. */
  void takenBack(long place) throws SQLException {
    run("UPDATE event SET text = '', deleted = 1 WHERE place = ?", place);
    erase(place);
  }

  /** The message's time was over. */
  void expired(long place) throws SQLException {
    run("UPDATE event SET text = '', deleted = 2 WHERE place = ?", place);
    erase(place);
  }

  /** Takes the text out of the other rows that have it, and what people did with the message. */
  private void erase(long place) throws SQLException {
    run("UPDATE event SET text = '' WHERE about = ? AND type = 'message.edited'", place);
    run("DELETE FROM reaction WHERE place = ?", place);
    run("DELETE FROM pin WHERE place = ?", place);
    new FileWork(transaction).detach(place);
    new PollWork(transaction).discard(place);
  }

  private void run(String sql, long place) throws SQLException {
    transaction.query(sql).bind(place).update();
  }
}
