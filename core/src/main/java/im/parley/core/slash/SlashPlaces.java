package im.parley.core.slash;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds how many commands are carried out at a time: {@value #MAX} in all, and {@value
 * #MAX_PER_USER} for one user, so that nobody's slow commands keep everyone else from theirs.
 */
final class SlashPlaces {

  static final int MAX = 64;
  static final int MAX_PER_USER = 4;
  private static final int RETRY_MS = 1_000;

  private final Map<UserId, Integer> taken = new HashMap<>();
  private int inAll;

  /**
   * Takes a place for this user, to be given back by closing it.
   *
   * @throws RefusedException {@code rate_limited} if the user has {@value #MAX_PER_USER} already,
   *     {@code overloaded} if there is none left
   */
  synchronized Place take(UserId user) {
    int mine = taken.getOrDefault(user, 0);
    if (mine >= MAX_PER_USER) {
      throw RefusedException.later(
          ErrorCode.RATE_LIMITED,
          MAX_PER_USER + " of your commands are being carried out: wait for one of them",
          RETRY_MS);
    }
    if (inAll >= MAX) {
      throw RefusedException.later(
          ErrorCode.OVERLOADED, "Many commands are being carried out: try again", RETRY_MS);
    }
    inAll++;
    taken.put(user, mine + 1);
    return () -> giveBack(user);
  }

  private synchronized void giveBack(UserId user) {
    inAll--;
    taken.computeIfPresent(user, (_, mine) -> mine == 1 ? null : mine - 1);
  }

  /** A place that was taken. */
  interface Place extends AutoCloseable {

    @Override
    void close();
  }
}
