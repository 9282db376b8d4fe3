package im.parley.core.presence;

import im.parley.core.dispatch.Line;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Presence;
import java.time.Duration;
import java.util.List;

/**
 * Knows how users are, over all their live sessions, and tells those who watch them.
 *
 * <p>A user is online while a session is live; away when no session has asked for anything for
 * {@link #AWAY_AFTER}, or when they chose so; do-not-disturb or seemingly offline when they chose
 * so; and offline {@link #GRACE} after the last session has ended. Whoever is back within that time
 * was never away: nobody hears of it.
 *
 * <p>A change is told to its watchers, in the order in which changes happen, and to nobody else: it
 * costs work in proportion to them. What is kept in memory is bounded by the live sessions and the
 * lists that they watch.
 */
public interface PresenceBoard {

  /** After this time without a command, a user who is online is away. */
  Duration AWAY_AFTER = Duration.ofMinutes(10);

  /** So long after their last session has ended, a user is still thought to be there. */
  Duration GRACE = Duration.ofSeconds(30);

  /** A user has a live session on this node now, and had none before. Does not block. */
  void here(UserId user);

  /** A user's last live session on this node has ended. Does not block. */
  void gone(UserId user);

  /** A user has asked for something. Does not block, and costs next to nothing. */
  void active(UserId user);

  /**
   * Whether a user is there at this moment, whatever they chose. Waits, a moment at most, for other
   * nodes.
   */
  Liveness liveness(UserId user);

  /**
   * Keeps how a user wants to be seen, durably, and tells their watchers and their own sessions.
   * Waits for the store. Of two choices at a time, the last one that is kept is told last.
   */
  void choose(UserId user, Chosen chosen);

  /**
   * From now on the line is told when one of these users is otherwise than before, in place of
   * those that it watched last. Waits for the store. Not called twice at a time for one line.
   *
   * <p>Of oneself one learns here what one has chosen. The user's own sessions are told of each
   * choice, and when it ends, whatever they watch.
   *
   * @param watcher whose line it is
   * @return how those of them are who exist, in order, without repetition
   */
  List<Presence> watch(UserId watcher, Line line, List<UserId> users);

  /** The line has closed and is told nothing any more. Does not block; twice is once. */
  void unwatch(Line line);
}
