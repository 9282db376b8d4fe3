package im.parley.protocol.event;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Forwarded;
import im.parley.protocol.view.Role;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened in a room: the {@code data} of a durable event. */
public sealed interface Fact {

  /** Which kind of fact this is. */
  EventType type();

  /**
   * Something was said.
   *
   * @param text markdown source, as sent
   * @param number counts the room's messages only: 1, 2, 3, …
   * @param key the writer's own name for it, so that an optimistic row finds its event
   * @param replyTo the seq of the message that it answers
   * @param thread the seq of the message whose thread it belongs to
   * @param alsoInRoom true for a message of a thread that is shown in the room as well
   * @param mentions whom it mentioned when it was posted: ids of users, and {@code @room} or
   *     {@code @here} for everyone
   * @param attachments the files that came with it; absent when it was deleted since
   * @param forwarded where it was said first, if it was forwarded
   * @param poll what people are asked to choose from; absent when it was deleted since
   * @param expiresAt when the server takes it back; absent when it does not
   */
  @Json
  record MessagePosted(
      String text,
      long number,
      MessageKey key,
      @Nullable Long replyTo,
      @Nullable Long thread,
      @Nullable Boolean alsoInRoom,
      @Nullable List<String> mentions,
      @Nullable List<FileInfo> attachments,
      @Nullable Forwarded forwarded,
      @Nullable Ballot poll,
      @Nullable Instant expiresAt)
      implements Fact {

    /** Plain words. */
    public MessagePosted(String text, long number, MessageKey key) {
      this(text, number, key, null, null, null, null, null, null, null, null);
    }

    /** The same, which the server takes back then. */
    public MessagePosted until(Instant end) {
      return new MessagePosted(
          text,
          number,
          key,
          replyTo,
          thread,
          alsoInRoom,
          mentions,
          attachments,
          forwarded,
          poll,
          end);
    }

    @Override
    public EventType type() {
      return EventType.MESSAGE_POSTED;
    }
  }

  /**
   * A message says something else now.
   *
   * @param target the seq of the message
   * @param text its new markdown source; empty when it was deleted since
   * @param mentions whom it mentions now
   */
  @Json
  record MessageEdited(long target, String text, @Nullable List<String> mentions) implements Fact {
    @Override
    public EventType type() {
      return EventType.MESSAGE_EDITED;
    }
  }

  /**
   * A message was taken back, or its time was over: its text is gone.
   *
   * @param target the seq of the message
   * @param expired true when its time was over; the event is in its writer's name then, and may
   *     come after they left or the room was closed
   */
  @Json
  record MessageDeleted(long target, @Nullable Boolean expired) implements Fact {

    /** Taken back by someone. */
    public MessageDeleted(long target) {
      this(target, null);
    }

    @Override
    public EventType type() {
      return EventType.MESSAGE_DELETED;
    }
  }

  /**
   * Someone reacted to a message.
   *
   * @param target the seq of the message
   * @param emoji one emoji
   */
  @Json
  record ReactionAdded(long target, String emoji) implements Fact {
    @Override
    public EventType type() {
      return EventType.REACTION_ADDED;
    }
  }

  /**
   * Someone took a reaction back.
   *
   * @param target the seq of the message
   * @param emoji one emoji
   */
  @Json
  record ReactionRemoved(long target, String emoji) implements Fact {
    @Override
    public EventType type() {
      return EventType.REACTION_REMOVED;
    }
  }

  /**
   * Someone voted in a poll, or took their vote back. It is the voter who did this event.
   *
   * @param target the seq of the message that has the poll
   * @param options the indexes of the options that they have chosen; empty when they took their
   *     vote back
   * @param replaces what they had chosen until then; absent when they had not voted
   */
  @Json
  record PollVoted(long target, List<Integer> options, @Nullable List<Integer> replaces)
      implements Fact {
    @Override
    public EventType type() {
      return EventType.POLL_VOTED;
    }
  }

  /**
   * A poll has ended: nobody votes any more.
   *
   * @param target the seq of the message that has the poll
   */
  @Json
  record PollClosed(long target) implements Fact {
    @Override
    public EventType type() {
      return EventType.POLL_CLOSED;
    }
  }

  /**
   * A message is pinned now.
   *
   * @param target the seq of the message
   */
  @Json
  record MessagePinned(long target) implements Fact {
    @Override
    public EventType type() {
      return EventType.MESSAGE_PINNED;
    }
  }

  /**
   * A message is no longer pinned.
   *
   * @param target the seq of the message
   */
  @Json
  record MessageUnpinned(long target) implements Fact {
    @Override
    public EventType type() {
      return EventType.MESSAGE_UNPINNED;
    }
  }

  /** The room is closed: nobody does anything more in it. Its messages still expire. */
  record RoomArchived() implements Fact {
    @Override
    public EventType type() {
      return EventType.ROOM_ARCHIVED;
    }
  }

  /**
   * Someone came in, or was brought in by another.
   *
   * @param user who is a member now
   * @param role what they may do
   */
  @Json
  record MemberJoined(UserId user, Role role) implements Fact {
    @Override
    public EventType type() {
      return EventType.MEMBER_JOINED;
    }
  }

  /**
   * Someone is no longer a member. No later event of the room reaches them.
   *
   * @param user who has gone
   * @param reason why
   */
  @Json
  record MemberLeft(UserId user, LeaveReason reason) implements Fact {
    @Override
    public EventType type() {
      return EventType.MEMBER_LEFT;
    }
  }

  /**
   * A member may do other things than before.
   *
   * @param user who
   * @param role what they may do now; absent when it did not change
   * @param mutedUntil until when they may not write; a time that has passed when they may again;
   *     absent when it did not change
   */
  @Json
  record MemberChanged(UserId user, @Nullable Role role, @Nullable Instant mutedUntil)
      implements Fact {
    @Override
    public EventType type() {
      return EventType.MEMBER_CHANGED;
    }
  }

  /**
   * The room is called or about something else. What is absent did not change.
   *
   * @param name the new name
   * @param alias the new alias; empty when it was taken away
   * @param topic the new topic; empty when it was taken away
   * @param slowModeSeconds how long a member waits between two messages from now on
   * @param expireSeconds how long messages last that are posted from now on; 0 for ever
   */
  @Json
  record RoomUpdated(
      @Nullable String name,
      @Nullable String alias,
      @Nullable String topic,
      @Nullable Integer slowModeSeconds,
      @Nullable Integer expireSeconds)
      implements Fact {
    @Override
    public EventType type() {
      return EventType.ROOM_UPDATED;
    }
  }
}
