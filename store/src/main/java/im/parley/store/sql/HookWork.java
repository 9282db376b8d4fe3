package im.parley.store.sql;

import im.parley.core.hook.Hooks;
import im.parley.core.log.RoomPermission;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Hook;
import im.parley.protocol.view.User;
import java.sql.SQLException;

/** Makes and deletes hooks with their bots, within a transaction. */
final class HookWork {

  private final WriteTransaction transaction;
  private final RoomPermissions permissions;
  private final BotWork bots;

  HookWork(WriteTransaction transaction) {
    this.transaction = transaction;
    this.permissions = new RoomPermissions(transaction);
    this.bots = new BotWork(transaction);
  }

  /** Keeps a new hook, whose bot comes into the room. */
  void create(Hook hook, String username, TokenHash secret) throws SQLException {
    LoadedRoom room = permissions.require(hook.room(), hook.by(), RoomPermission.MANAGE_HOOKS);
    long hooks =
        transaction.query("SELECT count(*) FROM hook WHERE room = ?").bind(room.number).number();
    if (hooks >= Hooks.MAX_PER_ROOM) {
      throw Hooks.tooMany();
    }
    bots.bringIn(room, new User(hook.id(), username, hook.name(), null, true), hook.by());
    transaction
        .query("INSERT INTO hook (bot, room, by, at, secret) VALUES (?, ?, ?, ?, ?)")
        .bind(hook.id().value())
        .bind(room.number)
        .bind(hook.by().value())
        .bind(hook.at().toEpochMilli())
        .bind(SqlSessions.bytes(secret))
        .update();
  }

  /** Forgets a hook, whose bot leaves the room. */
  void delete(RoomId id, UserId hook, UserId by) throws SQLException {
    LoadedRoom room = permissions.require(id, by, RoomPermission.MANAGE_HOOKS);
    int deleted =
        transaction
            .query("DELETE FROM hook WHERE bot = ? AND room = ?")
            .bind(hook.value())
            .bind(room.number)
            .update();
    if (deleted == 0) {
      throw Hooks.unknown();
    }
    bots.takeOut(room, hook, by);
  }
}
