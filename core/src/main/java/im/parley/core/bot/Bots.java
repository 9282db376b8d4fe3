package im.parley.core.bot;

import im.parley.core.session.Sessions.NewSession;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.User;
import java.util.List;

/** Whose bots there are. All calls wait for the store; changes are durable when they return. */
public interface Bots {

  /** How many bots one user may have. */
  int MAX_PER_USER = 20;

  /**
   * Makes an account that nobody signs in to by a password, and begins its session.
   *
   * @param key the session that its key is of
   * @throws RefusedException {@code conflict} when the username is taken or the owner has {@value
   *     #MAX_PER_USER}, {@code forbidden} when the owner is a bot
   */
  void create(UserId owner, User bot, NewSession key);

  /** The user's bots, the oldest first. */
  List<User> of(UserId owner);

  /**
   * Begins another session of a bot, and ends those it has.
   *
   * @return the sessions that ended
   * @throws RefusedException {@code not_found} when the user has no such bot
   */
  List<SessionId> rekey(UserId owner, NewSession key);

  /**
   * Ends a bot's sessions, and that it is somebody's. Its account stays.
   *
   * @return the sessions that ended
   * @throws RefusedException {@code not_found} when the user has no such bot
   */
  List<SessionId> delete(UserId owner, UserId bot);

  /** The refusal for a bot that is not there or another's. */
  static RefusedException unknown() {
    return RefusedException.notFound("bot", "You have no such bot");
  }

  /** The refusal of one bot too many. */
  static RefusedException tooMany() {
    return RefusedException.conflict(
        "username", "You have " + MAX_PER_USER + " bots: delete one of them first");
  }

  /** The refusal for a bot that would have bots. */
  static RefusedException ofBot() {
    return RefusedException.forbidden("A bot has no bots");
  }
}
