package im.parley.store.sql;

import im.parley.core.invite.Invites;
import im.parley.core.log.RoomPermission;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Invite;
import java.sql.SQLException;

/** Makes, uses and takes back codes that let people into rooms, within a transaction. */
final class InviteWork {

  /** How many codes of a room are remembered; the live ones are among them. */
  private static final int MAX_KEPT_PER_ROOM = 200;

  /** What makes a code work; the time is the statement's parameter of this number. */
  static final String LIVE = "revoked_at = 0 AND expires_at > ?2 AND (uses IS NULL OR uses > 0)";

  private final WriteTransaction transaction;
  private final RoomPermissions permissions;

  InviteWork(WriteTransaction transaction) {
    this.transaction = transaction;
    this.permissions = new RoomPermissions(transaction);
  }

  /** Keeps a new code. */
  void create(RoomId id, Invite invite) throws SQLException {
    LoadedRoom room = permissions.require(id, invite.by(), RoomPermission.INVITE);
    long live =
        transaction
            .query("SELECT count(*) FROM invite WHERE room = ?1 AND " + LIVE)
            .bind(room.number)
            .bind(now())
            .number();
    if (live >= Invites.MAX_LIVE_PER_ROOM) {
      throw Invites.tooMany();
    }
    insert(room, invite);
    forgetOldest(room);
  }

  private void insert(LoadedRoom room, Invite invite) throws SQLException {
    Integer uses = invite.uses();
    transaction
        .query(
            """
            INSERT INTO invite (code, room, by, uses, created_at, expires_at)
            VALUES (?, ?, ?, nullif(?, 0), ?, ?)
            """)
        .bind(invite.code())
        .bind(room.number)
        .bind(invite.by().value())
        .bind(uses == null ? 0L : uses)
        .bind(now())
        .bind(invite.expiresAt().toEpochMilli())
        .update();
  }

  private void forgetOldest(LoadedRoom room) throws SQLException {
    transaction
        .query(
            "DELETE FROM invite WHERE room = ?1 AND NOT ("
                + LIVE
                + ") AND code IN (SELECT code FROM invite WHERE room = ?1"
                + " ORDER BY created_at DESC LIMIT 1000000 OFFSET ?3)")
        .bind(room.number)
        .bind(now())
        .bind(MAX_KEPT_PER_ROOM)
        .update();
  }

  /** Takes a code back. */
  void revoke(RoomId id, String code, UserId by) throws SQLException {
    LoadedRoom room = permissions.require(id, by, RoomPermission.REVOKE_OWN_INVITE);
    UserId maker =
        transaction
            .query("SELECT by FROM invite WHERE code = ? AND room = ?")
            .bind(code)
            .bind(room.number)
            .first(row -> new UserId(row.getString(1)));
    if (!by.equals(maker)) {
      permissions.require(id, by, RoomPermission.REVOKE_INVITE);
    }
    if (maker == null) {
      throw Invites.unknown();
    }
    transaction
        .query("UPDATE invite SET revoked_at = ? WHERE code = ? AND revoked_at = 0")
        .bind(now())
        .bind(code)
        .update();
  }

  /** Refuses a code that does not let anybody into this room now. */
  void requireLive(LoadedRoom room, String code) throws SQLException {
    boolean live =
        transaction
            .query("SELECT 1 FROM invite WHERE code = ?1 AND room = ?3 AND " + LIVE)
            .bind(code)
            .bind(now())
            .bind(room.number)
            .exists();
    if (!live) {
      throw Invites.gone();
    }
  }

  /** Counts one use of a code that works. */
  void use(String code) throws SQLException {
    transaction.query("UPDATE invite SET uses = uses - 1 WHERE code = ?").bind(code).update();
  }

  private long now() {
    return transaction.now().toEpochMilli();
  }
}
