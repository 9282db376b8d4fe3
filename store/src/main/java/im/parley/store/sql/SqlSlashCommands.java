package im.parley.store.sql;

import im.parley.core.outbound.WebhookSecret;
import im.parley.core.slash.SlashCommands;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SlashCommand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The slash commands of rooms. */
final class SqlSlashCommands implements SlashCommands {

  /** The columns that {@link #command} reads, in this order, and the secret after them. */
  static final String SELECT =
      """
      SELECT room.id, slash.name, slash.description, slash.url, slash.bot, slash.by, slash.at,
        slash.secret
      FROM slash JOIN room ON room.number = slash.room
      """;

  /** Which column is the secret. */
  static final int SECRET = 8;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlSlashCommands(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void create(SlashCommand command, String username, WebhookSecret secret) {
    writer.carryOut(transaction -> new SlashWork(transaction).create(command, username, secret));
  }

  @Override
  public List<SlashCommand> of(RoomId room) {
    return readers.read(connection ->
        connection
            .query(SELECT + "WHERE room.id = ? ORDER BY slash.name")
            .bind(room.value())
            .list(SqlSlashCommands::command));
  }

  @Override
  public Ready toRun(RoomId room, String name, UserId user) {
    return writer.write(transaction -> new SlashWork(transaction).toRun(room, name, user));
  }

  static SlashCommand command(ResultSet row) throws SQLException {
    return new SlashCommand(
        new RoomId(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        new UserId(row.getString(5)),
        new UserId(row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)));
  }

  @Override
  public void delete(RoomId room, String name, UserId by) {
    writer.carryOut(transaction -> new SlashWork(transaction).delete(room, name, by));
  }
}
