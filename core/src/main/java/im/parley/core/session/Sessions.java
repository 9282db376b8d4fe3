package im.parley.core.session;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SessionInfo;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps the sessions. All calls wait for the store; changes are durable when they return. */
public interface Sessions {

  /** How many sessions one user may have; the one that was seen longest ago ends for the next. */
  int MAX_PER_USER = 100;

  /**
   * Begins a session.
   *
   * @return the sessions that ended to make room for it
   */
  List<SessionId> begin(NewSession session);

  /** The live session with this access token, whatever its time; empty when there is none. */
  Optional<ActiveSession> byAccessToken(TokenHash access);

  /**
   * Trades a refresh token for new ones, once. If the token was traded before, the session ends.
   *
   * @param refresh the token that the client brought
   * @param next the hashes and times of the new tokens
   * @param now the time of this call
   */
  Rotation rotate(TokenHash refresh, Tokens next, Instant now);

  /** Ends a session of this user's; false when there is none. */
  boolean end(UserId user, SessionId session);

  /**
   * Those of these sessions that have not ended.
   *
   * @param sessions at most 1000
   */
  Set<SessionId> notEnded(Collection<SessionId> sessions);

  /** The user's live sessions, the one seen last first; {@code current} marks one. */
  List<SessionInfo> list(UserId user, SessionId current);

  /**
   * A session that begins.
   *
   * @param id its id
   * @param user who signed in
   * @param device what the client said of itself
   * @param address where it signed in from
   * @param tokens the hashes of its tokens, and their times
   * @param now the time of the sign-in
   */
  record NewSession(
      SessionId id, UserId user, String device, String address, Tokens tokens, Instant now) {}

  /**
   * A session's tokens, hashed.
   *
   * @param access the access token
   * @param accessExpiresAt when it ends
   * @param refresh the refresh token
   * @param refreshExpiresAt when it ends; the session ends with it
   */
  record Tokens(
      TokenHash access, Instant accessExpiresAt, TokenHash refresh, Instant refreshExpiresAt) {}

  /**
   * A session that has not ended.
   *
   * @param id its id
   * @param user who is signed in
   * @param accessExpiresAt when its access token ends
   */
  record ActiveSession(SessionId id, User user, Instant accessExpiresAt) {}

  /** What became of a refresh token. */
  sealed interface Rotation {

    /** The session goes on with the new tokens. */
    record Rotated(SessionId session, User user) implements Rotation {}

    /** The token had been traded before: somebody else has it too. The session has ended. */
    record Reused(SessionId session, UserId user) implements Rotation {}

    /** There is no such token, or its time is over. */
    record Unknown() implements Rotation {}
  }
}
