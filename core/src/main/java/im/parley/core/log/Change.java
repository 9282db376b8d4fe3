package im.parley.core.log;

import im.parley.protocol.id.UserId;
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
  record Describe(@Nullable String name, @Nullable String alias, @Nullable String topic)
      implements Change {}
}
