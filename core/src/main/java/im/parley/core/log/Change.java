package im.parley.core.log;

import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen in a room. */
public sealed interface Change {

  /** Say something. The sender has then read the room up to here. */
  record Post(String text) implements Change {}

  /** Enter a public room, as {@link RoomRules#newcomer}. */
  record Join() implements Change {}

  /** Bring someone in. */
  record Add(UserId user) implements Change {}

  /** Leave. */
  record Leave() implements Change {}

  /** Take someone out. */
  record Remove(UserId user) implements Change {}

  /** Call the room something else. Null leaves a part as it is, empty takes it away. */
  record Describe(
      @Nullable String name,
      @Nullable String alias,
      @Nullable String topic,
      @Nullable Integer slowModeSeconds)
      implements Change {

    /** With slow mode as it is. */
    public Describe(@Nullable String name, @Nullable String alias, @Nullable String topic) {
      this(name, alias, topic, null);
    }
  }

  // --- Who keeps a room in order

  /** Close the room for good. */
  record Archive() implements Change {}

  /** Enter the room that a code is for; it counts one use. */
  record Enter(String code) implements Change {}

  /**
   * Give a member another role, or silence them until a time; one that has passed lets them write
   * again. Null leaves a part as it is.
   */
  record Regulate(UserId user, @Nullable Role role, @Nullable Instant mutedUntil)
      implements Change {}

  /** Take someone out, if they are in, and keep them out. */
  record Ban(UserId user) implements Change {}

  /** Let someone come back who was banned. They do not come back by themselves. */
  record Unban(UserId user) implements Change {}
}
