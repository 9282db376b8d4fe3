package im.parley.store.sql;

import im.parley.core.log.RoomPermission;
import im.parley.core.report.Reports;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.sql.SQLException;

/** Files and closes reports of messages, within a transaction. */
final class ReportWork {

  private static final String OPEN = "SELECT count(*) FROM report WHERE room = ?";

  private final WriteTransaction transaction;
  private final RoomPermissions permissions;

  ReportWork(WriteTransaction transaction) {
    this.transaction = transaction;
    this.permissions = new RoomPermissions(transaction);
  }

  /** Files a report, in place of the one that the user has of the same message. */
  Reports.Open file(RoomId id, long target, UserId by, String reason) throws SQLException {
    LoadedRoom room = permissions.require(id, by, RoomPermission.REPORT);
    requireMessage(room, target);
    forget(room, target, by);
    makeRoom(room);
    transaction
        .query("INSERT INTO report (room, seq, by, reason, at) VALUES (?, ?, ?, ?, ?)")
        .bind(room.number)
        .bind(target)
        .bind(by.value())
        .bind(reason)
        .bind(transaction.now().toEpochMilli())
        .update();
    return open(room);
  }

  private void requireMessage(LoadedRoom room, long target) throws SQLException {
    boolean there =
        target <= room.head
            && transaction
                .query(
                    "SELECT 1 FROM event"
                        + " WHERE place = ? AND type = 'message.posted' AND deleted = 0")
                .bind(Place.of(room.number, target))
                .exists();
    if (!there) {
      throw Reports.noSuchMessage();
    }
  }

  private void forget(LoadedRoom room, long target, UserId by) throws SQLException {
    transaction
        .query("DELETE FROM report WHERE room = ? AND seq = ? AND by = ?")
        .bind(room.number)
        .bind(target)
        .bind(by.value())
        .update();
  }

  /** The oldest go for a new one. */
  private void makeRoom(LoadedRoom room) throws SQLException {
    transaction
        .query(
            "DELETE FROM report WHERE id IN (SELECT id FROM report WHERE room = ?"
                + " ORDER BY id DESC LIMIT 1000000 OFFSET ?)")
        .bind(room.number)
        .bind(Reports.MAX_PER_ROOM - 1L)
        .update();
  }

  /** Closes a report. */
  Reports.Open resolve(RoomId id, long report, UserId by) throws SQLException {
    LoadedRoom room = permissions.require(id, by, RoomPermission.RESOLVE_REPORT);
    int closed =
        transaction
            .query("DELETE FROM report WHERE id = ? AND room = ?")
            .bind(report)
            .bind(room.number)
            .update();
    if (closed == 0) {
      throw Reports.notOpen();
    }
    return open(room);
  }

  private Reports.Open open(LoadedRoom room) throws SQLException {
    return new Reports.Open(
        transaction.query(OPEN).bind(room.number).number(),
        transaction
            .query(
                "SELECT user FROM member WHERE room = ? AND role <> 'member'"
                    + " ORDER BY joined_seq LIMIT ?")
            .bind(room.number)
            .bind(Reports.MAX_TOLD)
            .list(row -> new UserId(row.getString(1))));
  }
}
