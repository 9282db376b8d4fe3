package im.parley.protocol.event;

import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.PresenceState;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.Scheduled;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something of the moment: the {@code data} of an ephemeral event. */
public sealed interface Signal {

  /** The event's {@code type} on the wire. */
  String wireName();

  /**
   * Someone is writing, or has stopped. It lapses after 6 s.
   *
   * @param user who
   * @param active whether they are writing
   */
  @Json
  record Typing(UserId user, boolean active) implements Signal {
    @Override
    public String wireName() {
      return "typing";
    }
  }

  /**
   * Someone has read further, or has received more; what was read has been received. Rooms of more
   * than 100 members are not told: {@code receipt.list} says it there.
   *
   * @param user who
   * @param read the newest seq that they have read
   * @param delivered the newest seq that has reached one of their devices
   */
  @Json
  record Receipt(UserId user, @Nullable Long read, @Nullable Long delivered) implements Signal {
    @Override
    public String wireName() {
      return "receipt";
    }
  }

  /**
   * A user who is watched is otherwise than before. A user's own sessions are told of {@code
   * presence.set}, and of the end of what was chosen there, so as well, watched or not. It has no
   * room.
   *
   * @param user who
   * @param state what others see: {@code online}, {@code away}, {@code dnd} or {@code offline}; to
   *     the user's own sessions, what they chose
   * @param text a few words of their own
   * @param emoji one emoji beside them
   * @param lastSeen when they were last there; absent while they are, and for those who hide
   */
  @Json
  record PresenceChanged(
      UserId user,
      PresenceState state,
      @Nullable String text,
      @Nullable String emoji,
      @Nullable Instant lastSeen)
      implements Signal {
    @Override
    public String wireName() {
      return "presence";
    }
  }

  /**
   * To a user's own sessions: what they want to be notified of is otherwise than before.
   *
   * @param preferences all of it
   */
  @Json
  record PreferencesChanged(Preferences preferences) implements Signal {
    @Override
    public String wireName() {
      return "preferences.changed";
    }
  }

  /**
   * To a user's own sessions: they are in a room now. Its events after {@code head} follow.
   *
   * @param room the room as they see it; on the wire its fields are the data
   */
  record RoomAdded(RoomSummary room) implements Signal {
    @Override
    public String wireName() {
      return "room.added";
    }
  }

  /**
   * To a user's own sessions: they are no longer in a room, and no event of it follows.
   *
   * @param reason why
   */
  @Json
  record RoomRemoved(LeaveReason reason) implements Signal {
    @Override
    public String wireName() {
      return "room.removed";
    }
  }

  /**
   * To one session: the room has caught up; what follows is live.
   *
   * @param seq how far
   */
  @Json
  record RoomSynced(long seq) implements Signal {
    @Override
    public String wireName() {
      return "room.synced";
    }
  }

  /**
   * To a user's own sessions: one of them has read further.
   *
   * @param unread how many messages are unread now
   * @param mentions how many of those mention the user
   * @param read the newest seq that was read
   * @param number the {@code number} of the newest message that was read; 0 for none
   */
  @Json
  record RoomUnread(long unread, long mentions, long read, long number) implements Signal {
    @Override
    public String wireName() {
      return "room.unread";
    }
  }

  /**
   * To the own sessions of a room's owners and moderators: a message was reported, or a report was
   * resolved.
   *
   * @param open how many reports of the room are open now
   */
  @Json
  record RoomReported(long open) implements Signal {
    @Override
    public String wireName() {
      return "room.reported";
    }
  }

  /**
   * To a user's other sessions: one of them has begun to write something, or has given it up. A
   * draft that went because there were too many, or because its writer left, is not told of.
   *
   * @param thread the seq of the message whose thread it is in; absent in the room itself
   * @param text what there is of it; empty when it is gone
   * @param replyTo the seq of the message that it answers
   * @param at when it was changed
   */
  @Json
  record DraftChanged(@Nullable Long thread, String text, @Nullable Long replyTo, Instant at)
      implements Signal {
    @Override
    public String wireName() {
      return "draft.changed";
    }
  }

  /**
   * To a user's own sessions: what waits to be sent for them is otherwise than before. The session
   * that changed it is not told. It has no room.
   *
   * @param id the number of what has changed
   * @param scheduled what there is of it: it waits, or could not be sent; absent when it was sent
   *     or taken back
   */
  @Json
  record ScheduledChanged(long id, @Nullable Scheduled scheduled) implements Signal {
    @Override
    public String wireName() {
      return "scheduled.changed";
    }
  }

  /**
   * The server is going away and closes the connection next.
   *
   * @param reconnectInMs how long this client should wait before it comes back, in milliseconds
   */
  @Json
  record ServerDraining(long reconnectInMs) implements Signal {
    @Override
    public String wireName() {
      return "server.draining";
    }
  }
}
