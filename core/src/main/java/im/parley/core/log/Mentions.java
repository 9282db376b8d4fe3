package im.parley.core.log;

import java.util.Set;

/**
 * Whom a text names. Whether they are in the room is found out when it is said there.
 *
 * @param usernames the names after an {@code @}
 * @param everyone the words {@code @room} and {@code @here} that are in it
 */
public record Mentions(Set<String> usernames, Set<String> everyone) {

  /** A text that names nobody. */
  public static final Mentions NONE = new Mentions(Set.of(), Set.of());

  public Mentions {
    usernames = Set.copyOf(usernames);
    everyone = Set.copyOf(everyone);
  }

  /** Whether it names nobody. */
  public boolean isEmpty() {
    return usernames.isEmpty() && everyone.isEmpty();
  }
}
