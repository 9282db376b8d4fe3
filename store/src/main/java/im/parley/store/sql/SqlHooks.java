package im.parley.store.sql;

import im.parley.core.hook.Hooks;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Hook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The addresses of rooms for messages from elsewhere. */
final class SqlHooks implements Hooks {

  private static final String SELECT =
      """
      SELECT hook.bot, room.id, account.display_name, hook.by, hook.at
      FROM hook JOIN room ON room.number = hook.room JOIN account ON account.id = hook.bot
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlHooks(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void create(Hook hook, String username, TokenHash secret) {
    writer.carryOut(transaction -> new HookWork(transaction).create(hook, username, secret));
  }

  @Override
  public List<Hook> of(RoomId room) {
    return readers.read(connection ->
        connection
            .query(SELECT + "WHERE room.id = ? ORDER BY hook.at, hook.bot")
            .bind(room.value())
            .list(SqlHooks::hook));
  }

  @Override
  public Optional<Hook> bySecret(TokenHash secret) {
    return readers.read(connection ->
        Optional.ofNullable(
            connection
                .query(SELECT + "WHERE hook.secret = ?")
                .bind(SqlSessions.bytes(secret))
                .first(SqlHooks::hook)));
  }

  private static Hook hook(ResultSet row) throws SQLException {
    return new Hook(
        new UserId(row.getString(1)),
        new RoomId(row.getString(2)),
        row.getString(3),
        new UserId(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)));
  }

  @Override
  public void delete(RoomId room, UserId hook, UserId by) {
    writer.carryOut(transaction -> new HookWork(transaction).delete(room, hook, by));
  }
}
