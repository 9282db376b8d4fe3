package im.parley.store.sql;

import im.parley.core.log.Mentions;
import im.parley.core.log.RoomRules;
import im.parley.protocol.id.UserId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who was mentioned where: a row for each member and message, and one of nobody for everyone. How
 * many are unread is counted from them. As with unread messages, what is done to a message later
 * does not change the count: a client that follows the log counts the same.
 */
final class MentionRows {

  private static final String EVERYONE = "";

  private final WriteTransaction transaction;

  MentionRows(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  /** Whom of a room a text mentions, for the event; null for nobody. */
  @Nullable List<String> resolve(LoadedRoom room, LoadedMember by, Mentions mentions)
      throws SQLException {
    if (mentions.isEmpty()) {
      return null;
    }
    List<String> found = new ArrayList<>();
    if (RoomRules.mayMentionEveryone(by.role, room.members)) {
      mentions.everyone().stream().sorted().forEach(found::add);
    }
    for (String username : mentions.usernames()) {
      String user = member(room, username);
      if (user != null) {
        found.add(user);
      }
    }
    return found.isEmpty() ? null : found;
  }

  private @Nullable String member(LoadedRoom room, String username) throws SQLException {
    return transaction
        .query(
            """
            SELECT account.id FROM account
            JOIN member ON member.room = ? AND member.user = account.id
            WHERE account.username = ?
            """)
        .bind(room.number)
        .bind(username)
        .first(row -> row.getString(1));
  }

  /** Notes whom the message of this seq mentions, as it is posted. */
  void note(LoadedRoom room, long seq, List<String> mentions) throws SQLException {
    for (String mentioned : mentions) {
      transaction
          .query("INSERT INTO mention (room, user, seq) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
          .bind(room.number)
          .bind(mentioned.startsWith("@") ? EVERYONE : mentioned)
          .bind(seq)
          .update();
    }
  }

  /** As the view of an edited message keeps them. */
  static String json(@Nullable List<String> mentions) {
    return mentions == null
        ? "[]"
        : mentions.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
  }

  /** What {@link #json} has written; null for nobody. */
  static @Nullable List<String> ofJson(String json) {
    return json.equals("[]") ? null : List.of(json.substring(2, json.length() - 2).split("\",\""));
  }

  /** How many messages after a member's read mark mention them. */
  static long unread(WriteTransaction transaction, LoadedMember member) throws SQLException {
    UserId user = member.user;
    return transaction
        .query(
            "SELECT count(DISTINCT seq) FROM mention WHERE room = ? AND user IN (?, '') AND seq >"
                + " ?")
        .bind(member.room)
        .bind(user.value())
        .bind(member.readSeq)
        .number();
  }
}
