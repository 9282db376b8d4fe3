package im.parley.store.sql;

import im.parley.core.log.Standing;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps polls and the votes in them, within a transaction. */
final class PollWork {

  private final WriteTransaction transaction;

  PollWork(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  /** How a poll stands whose options, multiple and closed begin with this column, if there is. */
  static Standing.@Nullable Voting voting(ResultSet row, int column) throws SQLException {
    int options = row.getInt(column);
    return row.wasNull()
        ? null
        : new Standing.Voting(options, row.getLong(column + 1) != 0, row.getLong(column + 2) != 0);
  }

  /** A message asks people to choose. */
  void open(long place, Ballot ballot) throws SQLException {
    transaction
        .query("INSERT INTO poll (place, options, multiple) VALUES (?, ?, ?)")
        .bind(place)
        .bind(ballot.options().size())
        .bind(Boolean.TRUE.equals(ballot.multiple()) ? 1 : 0)
        .update();
  }

  /** What a user has chosen, ascending; empty when nothing. */
  List<Integer> vote(long place, UserId voter) throws SQLException {
    return transaction
        .query("SELECT choice FROM vote WHERE place = ? AND user = ? ORDER BY choice")
        .bind(place)
        .bind(voter.value())
        .list(row -> row.getInt(1));
  }

  void replaceVote(long place, UserId voter, List<Integer> choices) throws SQLException {
    transaction
        .query("DELETE FROM vote WHERE place = ? AND user = ?")
        .bind(place)
        .bind(voter.value())
        .update();
    for (int choice : choices) {
      transaction
          .query("INSERT INTO vote (place, user, choice) VALUES (?, ?, ?)")
          .bind(place)
          .bind(voter.value())
          .bind(choice)
          .update();
    }
  }

  void close(long place) throws SQLException {
    transaction.query("UPDATE poll SET closed = 1 WHERE place = ?").bind(place).update();
  }

  /** A message is gone: its poll goes with it, options and votes. */
  void discard(long place) throws SQLException {
    int polls = transaction.query("DELETE FROM poll WHERE place = ?").bind(place).update();
    if (polls == 0) {
      return;
    }
    transaction.query("DELETE FROM vote WHERE place = ?").bind(place).update();
    transaction
        .query("UPDATE event SET data = json_remove(data, '$.poll') WHERE place = ?")
        .bind(place)
        .update();
  }
}
