package im.parley.store.sql;

import java.sql.SQLException;
import java.util.Collection;

/** Writes each row by itself: for a database to which a statement is a call in this process. */
public final class RowByRow implements LogRows {

  private final Statements connection;

  public RowByRow(Statements connection) {
    this.connection = connection;
  }

  @Override
  public void add(EventRow event) throws SQLException {
    connection
        .query(
            """
            INSERT INTO event (place, at, by, key, type, messages, text, data, about, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(event.place())
        .bind(event.at())
        .bind(event.by())
        .bind(event.key())
        .bind(event.type())
        .bind(event.messages())
        .bind(event.text())
        .bind(event.data())
        .bindOptional(event.about())
        .bindOptional(event.expiresAt())
        .update();
  }

  @Override
  public void updateRooms(Collection<LoadedRoom> rooms) throws SQLException {
    for (LoadedRoom room : rooms) {
      connection
          .query(
              """
              UPDATE room SET members = ?, head = ?, messages = ?, newest_message = ?, active_at = ?
              WHERE number = ?
              """)
          .bind(room.members)
          .bind(room.head)
          .bind(room.messages)
          .bind(room.newestMessage)
          .bind(room.activeAt)
          .bind(room.number)
          .update();
    }
  }

  @Override
  public void updateMembers(Collection<LoadedMember> members) throws SQLException {
    for (LoadedMember member : members) {
      connection
          .query(
              """
              UPDATE member SET read_seq = ?, read_number = ?, delivered_seq = ?, posted_at = ?
              WHERE room = ? AND user = ?
              """)
          .bind(member.readSeq)
          .bind(member.readNumber)
          .bind(member.deliveredSeq)
          .bind(member.postedAt)
          .bind(member.room)
          .bind(member.user.value())
          .update();
    }
  }
}
