package im.parley.store.sql;

import im.parley.core.session.Sessions;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SessionInfo;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sessions. */
final class SqlSessions implements Sessions {

  private static final String BY_ACCESS =
      "SELECT "
          + Rows.USER
          + """
          , session.id, session.access_expires_at
          FROM session JOIN account ON account.id = session.user WHERE session.access = ?
          """;

  private static final String LIST =
      """
      SELECT id, device, address, created_at, last_seen FROM session
      WHERE user = ? AND refresh_expires_at > ? ORDER BY last_seen DESC, id
      """;

  private static final String NOT_ENDED =
      "SELECT id FROM session WHERE id IN (SELECT value FROM json_each(?))";

  private final GroupCommitWriter writer;
  private final Readers readers;
  private final InstantSource clock;

  SqlSessions(GroupCommitWriter writer, Readers readers, InstantSource clock) {
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public List<SessionId> begin(NewSession session) {
    return writer.write(transaction -> SessionWork.begin(transaction, session));
  }

  @Override
  public Optional<ActiveSession> byAccessToken(TokenHash access) {
    return readers.read(connection -> Optional.ofNullable(find(connection, access)));
  }

  /** The live session with this access token, or null. */
  static @Nullable ActiveSession find(Statements connection, TokenHash access) throws SQLException {
    return connection
        .query(BY_ACCESS)
        .bind(bytes(access))
        .first(row ->
            new ActiveSession(
                new SessionId(row.getString(Rows.AFTER_USER)),
                Rows.user(row),
                Instant.ofEpochMilli(row.getLong(Rows.AFTER_USER + 1))));
  }

  @Override
  public Set<SessionId> notEnded(Collection<SessionId> sessions) {
    String ids = JsonArray.ofIds(sessions, SessionId::value);
    return readers.read(connection ->
        Set.copyOf(
            connection.query(NOT_ENDED).bind(ids).list(row -> new SessionId(row.getString(1)))));
  }

  @Override
  public Rotation rotate(TokenHash refresh, Tokens next, Instant now) {
    return writer.write(transaction -> SessionWork.rotate(transaction, refresh, next, now));
  }

  @Override
  public boolean end(UserId user, SessionId session) {
    return writer.write(transaction ->
        transaction
                .query("DELETE FROM session WHERE id = ? AND user = ?")
                .bind(session.value())
                .bind(user.value())
                .update()
            == 1);
  }

  @Override
  public List<SessionInfo> list(UserId user, SessionId current) {
    return readers.read(connection ->
        connection
            .query(LIST)
            .bind(user.value())
            .bind(clock.millis())
            .list(row -> {
              SessionId id = new SessionId(row.getString(1));
              return new SessionInfo(
                  id,
                  row.getString(2),
                  row.getString(3),
                  Instant.ofEpochMilli(row.getLong(4)),
                  Instant.ofEpochMilli(row.getLong(5)),
                  id.equals(current));
            }));
  }

  /** The 32 bytes of a hash. */
  static byte[] bytes(TokenHash hash) {
    return HexFormat.of().parseHex(hash.hex());
  }
}
