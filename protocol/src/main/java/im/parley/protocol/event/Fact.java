package im.parley.protocol.event;

import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import io.avaje.jsonb.Json;
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
   */
  @Json
  record MessagePosted(String text, long number, MessageKey key) implements Fact {
    @Override
    public EventType type() {
      return EventType.MESSAGE_POSTED;
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
   */
  @Json
  record MemberChanged(UserId user, @Nullable Role role) implements Fact {
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
   */
  @Json
  record RoomUpdated(@Nullable String name, @Nullable String alias, @Nullable String topic)
      implements Fact {
    @Override
    public EventType type() {
      return EventType.ROOM_UPDATED;
    }
  }
}
