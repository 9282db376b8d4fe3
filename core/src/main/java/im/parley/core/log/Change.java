package im.parley.core.log;

import im.parley.protocol.id.UserId;
import org.jspecify.annotations.Nullable;

/** What can happen in a room. */
public sealed interface Change {

  /**
   * Say something. The sender has then read the room up to here.
   *
   * @param text markdown source
   * @param mentions whom it names
   * @param replyTo the seq of the message that this one answers, or null
   * @param thread where it belongs to, or null for the room itself
   */
  record Post(String text, Mentions mentions, @Nullable Long replyTo, @Nullable InThread thread)
      implements Change {

    /** Plain words. */
    public Post(String text) {
      this(text, Mentions.NONE, null, null);
    }
  }

  /**
   * A place in a thread.
   *
   * @param root the seq of the message that the thread began with
   * @param alsoInRoom whether the room shows it as well
   */
  record InThread(long root, boolean alsoInRoom) {}

  /** Something about a message that was said before. */
  sealed interface AboutMessage extends Change {

    /** The seq of the message. */
    long target();
  }

  /** Give one's own message another text. */
  record Edit(long target, String text, Mentions mentions) implements AboutMessage {}

  /** Take a message back. */
  record Delete(long target) implements AboutMessage {}

  /** React with an emoji. */
  record React(long target, String emoji) implements AboutMessage {}

  /** Take one's own reaction back. */
  record Unreact(long target, String emoji) implements AboutMessage {}

  /** Pin a message to the room. */
  record Pin(long target) implements AboutMessage {}

  /** Take a pin away. */
  record Unpin(long target) implements AboutMessage {}

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
