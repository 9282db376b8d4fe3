package im.parley.store.sql;

import im.parley.core.log.RoomPermission;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.slash.SlashCommands;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SlashCommand;
import im.parley.protocol.view.User;
import java.sql.SQLException;

/** Makes, finds and deletes slash commands with their bots, within a transaction. */
final class SlashWork {

  private final WriteTransaction transaction;
  private final RoomPermissions permissions;
  private final BotWork bots;

  SlashWork(WriteTransaction transaction) {
    this.transaction = transaction;
    this.permissions = new RoomPermissions(transaction);
    this.bots = new BotWork(transaction);
  }

  /** Keeps a new command, whose bot comes into the room. */
  void create(SlashCommand command, String username, WebhookSecret secret) throws SQLException {
    LoadedRoom room =
        permissions.require(command.room(), command.by(), RoomPermission.MANAGE_SLASH);
    requirePlace(room, command.name());
    User bot = new User(command.bot(), username, "/" + command.name(), null, true);
    bots.bringIn(room, bot, command.by());
    transaction
        .query(
            """
            INSERT INTO slash (room, name, description, url, bot, by, at, secret)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(room.number)
        .bind(command.name())
        .bind(command.description())
        .bind(command.url())
        .bind(command.bot().value())
        .bind(command.by().value())
        .bind(command.at().toEpochMilli())
        .bind(secret.text())
        .update();
  }

  private void requirePlace(LoadedRoom room, String name) throws SQLException {
    if (transaction
        .query("SELECT 1 FROM slash WHERE room = ? AND name = ?")
        .bind(room.number)
        .bind(name)
        .exists()) {
      throw SlashCommands.taken(name);
    }
    long count =
        transaction.query("SELECT count(*) FROM slash WHERE room = ?").bind(room.number).number();
    if (count >= SlashCommands.MAX_PER_ROOM) {
      throw SlashCommands.tooMany();
    }
  }

  /** The command, if the user may run it now. */
  SlashCommands.Ready toRun(RoomId id, String name, UserId user) throws SQLException {
    LoadedRoom room = permissions.require(id, user, RoomPermission.RUN_SLASH);
    SlashCommands.Ready found =
        transaction
            .query(SqlSlashCommands.SELECT + "WHERE slash.room = ? AND slash.name = ?")
            .bind(room.number)
            .bind(name)
            .first(row ->
                new SlashCommands.Ready(
                    SqlSlashCommands.command(row),
                    new WebhookSecret(row.getString(SqlSlashCommands.SECRET))));
    if (found == null) {
      throw SlashCommands.unknown(name);
    }
    return found;
  }

  /** Forgets a command, whose bot leaves the room. */
  void delete(RoomId id, String name, UserId by) throws SQLException {
    LoadedRoom room = permissions.require(id, by, RoomPermission.MANAGE_SLASH);
    String bot =
        transaction
            .query("DELETE FROM slash WHERE room = ? AND name = ? RETURNING bot")
            .bind(room.number)
            .bind(name)
            .first(row -> row.getString(1));
    if (bot == null) {
      throw SlashCommands.unknown(name);
    }
    bots.takeOut(room, new UserId(bot), by);
  }
}
