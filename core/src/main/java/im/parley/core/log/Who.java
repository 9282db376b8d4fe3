package im.parley.core.log;

import im.parley.protocol.view.Role;
import org.jspecify.annotations.Nullable;

/** Who may do something in a room; each includes those after it. */
public enum Who {
  /** Anyone with an account, in the room or not. */
  ANYONE("anyone"),
  /** Whoever is in the room. */
  MEMBERS("members"),
  /** Moderators and owners. */
  MODERATORS("moderators"),
  /** Owners. */
  OWNERS("owners"),
  /** Nobody. */
  NOBODY("nobody");

  private final String words;

  Who(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }

  /** Whether someone of this role is among them; null for someone who is not in the room. */
  public boolean includes(@Nullable Role role) {
    return switch (this) {
      case ANYONE -> true;
      case MEMBERS -> role != null;
      case MODERATORS -> role == Role.OWNER || role == Role.MODERATOR;
      case OWNERS -> role == Role.OWNER;
      case NOBODY -> false;
    };
  }
}
