package im.parley.store.sql;

import im.parley.core.log.RoomPermission;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.outgoing.OutgoingHooks;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Outgoing;
import java.sql.SQLException;

/** Makes and deletes outgoing webhooks, within a transaction. */
final class OutgoingWork {

  private final WriteTransaction transaction;
  private final RoomPermissions permissions;

  OutgoingWork(WriteTransaction transaction) {
    this.transaction = transaction;
    this.permissions = new RoomPermissions(transaction);
  }

  /** Keeps a new one, which begins after the room's head. */
  Outgoing create(Outgoing wanted, WebhookSecret secret) throws SQLException {
    LoadedRoom room =
        permissions.require(wanted.room(), wanted.by(), RoomPermission.MANAGE_OUTGOING);
    long count =
        transaction
            .query("SELECT count(*) FROM outgoing WHERE room = ?")
            .bind(room.number)
            .number();
    if (count >= OutgoingHooks.MAX_PER_ROOM) {
      throw OutgoingHooks.tooMany();
    }
    long id =
        transaction
            .query(
                """
                INSERT INTO outgoing (room, url, events, keywords, bots, by, at, secret, seq)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING id
                """)
            .bind(room.number)
            .bind(wanted.url())
            .bind(SqlOutgoing.lines(wanted.events()))
            .bind(SqlOutgoing.lines(wanted.keywords()))
            .bind(Boolean.TRUE.equals(wanted.bots()) ? 1L : 0L)
            .bind(wanted.by().value())
            .bind(wanted.at().toEpochMilli())
            .bind(secret.text())
            .bind(room.head)
            .number();
    return new Outgoing(
        id,
        wanted.room(),
        wanted.url(),
        wanted.events(),
        wanted.keywords(),
        wanted.bots(),
        wanted.by(),
        wanted.at(),
        room.head,
        null);
  }

  /** Forgets one. */
  void delete(RoomId id, long outgoing, UserId by) throws SQLException {
    LoadedRoom room = permissions.require(id, by, RoomPermission.MANAGE_OUTGOING);
    int deleted =
        transaction
            .query("DELETE FROM outgoing WHERE id = ? AND room = ?")
            .bind(outgoing)
            .bind(room.number)
            .update();
    if (deleted == 0) {
      throw OutgoingHooks.unknown();
    }
  }
}
