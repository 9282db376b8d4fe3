package im.parley.core.account;

import im.parley.protocol.error.RefusedException;
import java.util.Set;

/** What nobody may be called, person or bot. */
public final class Usernames {

  /** {@code @here} and {@code @room} mention everybody. */
  private static final Set<String> RESERVED = Set.of("here", "room");

  private Usernames() {}

  /**
   * Lets names pass that mention one user.
   *
   * @throws RefusedException {@code conflict}
   */
  public static void requireUsable(String username) {
    if (RESERVED.contains(username)) {
      throw RefusedException.conflict(
          "username", "This name mentions everybody in a room: choose another");
    }
  }
}
