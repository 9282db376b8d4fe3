package im.parley.store.sql;

import im.parley.core.log.RoomLog;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import java.sql.SQLException;

/** The emoji on messages, within a transaction. */
final class ReactionRows {

  private final WriteTransaction transaction;

  ReactionRows(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  boolean has(long place, UserId user, String emoji) throws SQLException {
    return transaction
        .query("SELECT 1 FROM reaction WHERE place = ? AND emoji = ? AND user = ?")
        .bind(place)
        .bind(emoji)
        .bind(user.value())
        .exists();
  }

  /** Refuses an emoji that would be one too many. */
  void requireRoomFor(long place, String emoji) throws SQLException {
    long others =
        transaction
            .query("SELECT count(DISTINCT emoji) FROM reaction WHERE place = ? AND emoji <> ?")
            .bind(place)
            .bind(emoji)
            .number();
    if (others >= RoomLog.MAX_EMOJI) {
      throw RefusedException.conflict(
          "emoji",
          "The message has " + RoomLog.MAX_EMOJI + " different emoji already: use one of them");
    }
  }

  /** The seq of the event keeps the order of the emoji. */
  void add(long place, UserId user, String emoji, long seq) throws SQLException {
    transaction
        .query("INSERT INTO reaction (place, emoji, user, seq) VALUES (?, ?, ?, ?)")
        .bind(place)
        .bind(emoji)
        .bind(user.value())
        .bind(seq)
        .update();
  }

  void remove(long place, UserId user, String emoji) throws SQLException {
    transaction
        .query("DELETE FROM reaction WHERE place = ? AND emoji = ? AND user = ?")
        .bind(place)
        .bind(emoji)
        .bind(user.value())
        .update();
  }
}
