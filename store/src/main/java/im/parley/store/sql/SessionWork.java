package im.parley.store.sql;

import im.parley.core.session.Sessions;
import im.parley.core.session.Sessions.NewSession;
import im.parley.core.session.Sessions.Rotation;
import im.parley.core.session.Sessions.Tokens;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.User;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to sessions, in the writer's transaction. A session that ends is deleted. */
public final class SessionWork {

  private static final String BY_REFRESH =
      "SELECT "
          + Rows.USER
          + """
          , session.id, session.refresh_expires_at
          FROM session JOIN account ON account.id = session.user WHERE session.refresh = ?
          """;

  private SessionWork() {}

  /** Begins a session, and ends those that were seen longest ago if there would be too many. */
  public static List<SessionId> begin(WriteTransaction transaction, NewSession session)
      throws SQLException {
    endExpired(transaction, session.user(), session.now());
    List<SessionId> ended = seenLongestAgo(transaction, session.user());
    for (SessionId id : ended) {
      end(transaction, id);
    }
    insert(transaction, session);
    return ended;
  }

  /** Trades a refresh token for the next one. */
  static Rotation rotate(WriteTransaction transaction, TokenHash refresh, Tokens next, Instant now)
      throws SQLException {
    Refreshable session =
        transaction.query(BY_REFRESH).bind(SqlSessions.bytes(refresh)).first(Refreshable::from);
    if (session == null) {
      return reuse(transaction, refresh);
    }
    if (!session.expiresAt.isAfter(now)) {
      end(transaction, session.id);
      return new Rotation.Unknown();
    }
    keepAsUsed(transaction, refresh, session, now);
    replace(transaction, session.id, next, now);
    return new Rotation.Rotated(session.id, session.user);
  }

  private record Refreshable(SessionId id, User user, Instant expiresAt) {
    static Refreshable from(ResultSet row) throws SQLException {
      return new Refreshable(
          new SessionId(row.getString(Rows.AFTER_USER)),
          Rows.user(row),
          Instant.ofEpochMilli(row.getLong(Rows.AFTER_USER + 1)));
    }
  }

  private static void endExpired(WriteTransaction transaction, UserId user, Instant now)
      throws SQLException {
    transaction
        .query("DELETE FROM session WHERE user = ? AND refresh_expires_at <= ?")
        .bind(user.value())
        .bind(now.toEpochMilli())
        .update();
  }

  /** The sessions that are one too many, now that another one comes. */
  private static List<SessionId> seenLongestAgo(WriteTransaction transaction, UserId user)
      throws SQLException {
    return transaction
        .query(
            """
            SELECT id FROM session WHERE user = ?
            ORDER BY last_seen DESC, id LIMIT 1000000 OFFSET ?
            """)
        .bind(user.value())
        .bind(Sessions.MAX_PER_USER - 1L)
        .list(row -> new SessionId(row.getString(1)));
  }

  static void insert(WriteTransaction transaction, NewSession session) throws SQLException {
    Tokens tokens = session.tokens();
    transaction
        .query(
            """
            INSERT INTO session (id, user, device, address, created_at, last_seen,
              access, access_expires_at, refresh, refresh_expires_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7, ?8, ?9)
            """)
        .bind(session.id().value())
        .bind(session.user().value())
        .bind(session.device())
        .bind(session.address())
        .bind(session.now().toEpochMilli())
        .bind(SqlSessions.bytes(tokens.access()))
        .bind(tokens.accessExpiresAt().toEpochMilli())
        .bind(SqlSessions.bytes(tokens.refresh()))
        .bind(tokens.refreshExpiresAt().toEpochMilli())
        .update();
  }

  /** A token that was traded before ends its session; whoever holds the next one is out too. */
  private static Rotation reuse(WriteTransaction transaction, TokenHash refresh)
      throws SQLException {
    Rotation.@Nullable Reused reused =
        transaction
            .query(
                """
                SELECT session.id, session.user
                FROM used_refresh JOIN session ON session.id = used_refresh.session
                WHERE used_refresh.refresh = ?
                """)
            .bind(SqlSessions.bytes(refresh))
            .first(row ->
                new Rotation.Reused(new SessionId(row.getString(1)), new UserId(row.getString(2))));
    if (reused == null) {
      return new Rotation.Unknown();
    }
    end(transaction, reused.session());
    return reused;
  }

  /** Remembers a traded token until its own time is over, and forgets those whose time is. */
  private static void keepAsUsed(
      WriteTransaction transaction, TokenHash refresh, Refreshable session, Instant now)
      throws SQLException {
    transaction
        .query("DELETE FROM used_refresh WHERE session = ? AND expires_at <= ?")
        .bind(session.id.value())
        .bind(now.toEpochMilli())
        .update();
    transaction
        .query("INSERT INTO used_refresh (refresh, session, expires_at) VALUES (?, ?, ?)")
        .bind(SqlSessions.bytes(refresh))
        .bind(session.id.value())
        .bind(session.expiresAt.toEpochMilli())
        .update();
  }

  private static void replace(
      WriteTransaction transaction, SessionId session, Tokens next, Instant now)
      throws SQLException {
    transaction
        .query(
            """
            UPDATE session SET last_seen = ?, access = ?, access_expires_at = ?,
              refresh = ?, refresh_expires_at = ?
            WHERE id = ?
            """)
        .bind(now.toEpochMilli())
        .bind(SqlSessions.bytes(next.access()))
        .bind(next.accessExpiresAt().toEpochMilli())
        .bind(SqlSessions.bytes(next.refresh()))
        .bind(next.refreshExpiresAt().toEpochMilli())
        .bind(session.value())
        .update();
  }

  private static void end(WriteTransaction transaction, SessionId session) throws SQLException {
    transaction.query("DELETE FROM session WHERE id = ?").bind(session.value()).update();
  }
}
