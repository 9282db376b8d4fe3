package im.parley.core.log;

import im.parley.protocol.id.FileId;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.Role;
import java.time.Instant;
import java.util.List;
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
   * @param attachments the files that come with it: the sender's own, or those that they can see
   * @param poll what it asks people to choose from, or null
   */
  record Post(
      String text,
      Mentions mentions,
      @Nullable Long replyTo,
      @Nullable InThread thread,
      List<FileId> attachments,
      @Nullable Ballot poll)
      implements Change {

    /** Plain words. */
    public Post(String text) {
      this(text, Mentions.NONE, null, null);
    }

    /** Without files. */
    public Post(String text, Mentions mentions, @Nullable Long replyTo, @Nullable InThread thread) {
      this(text, mentions, replyTo, thread, List.of(), null);
    }
  }

  /**
   * A place in a thread.
   *
   * @param root the seq of the message that the thread began with
   * @param alsoInRoom whether the room shows it as well
   */
  record InThread(long root, boolean alsoInRoom) {}

  /**
   * Say what was said elsewhere. The sender is in that room as well.
   *
   * @param source in which room it was said
   * @param seq its seq there
   */
  record Forward(RoomId source, long seq) implements Change {}

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

  /** Vote in a poll, instead of before; no option takes the vote back. */
  record Vote(long target, List<Integer> options) implements AboutMessage {}

  /** End a poll. */
  record ClosePoll(long target) implements AboutMessage {}

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
  record Describe(
      @Nullable String name,
      @Nullable String alias,
      @Nullable String topic,
      @Nullable Integer slowModeSeconds,
      @Nullable Integer expireSeconds)
      implements Change {

    /** With slow mode and the life of messages as they are. */
    public Describe(@Nullable String name, @Nullable String alias, @Nullable String topic) {
      this(name, alias, topic, null, null);
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
