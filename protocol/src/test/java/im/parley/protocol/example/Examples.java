package im.parley.protocol.example;

import static im.parley.protocol.example.People.ADA_ID;
import static im.parley.protocol.example.People.DIRECT;
import static im.parley.protocol.example.People.DIRECT_ID;
import static im.parley.protocol.example.People.GRACE_ID;
import static im.parley.protocol.example.People.KEY;
import static im.parley.protocol.example.People.NOON;
import static im.parley.protocol.example.People.ROOM_ID;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.FileReply;
import im.parley.protocol.view.Forwarded;
import im.parley.protocol.view.PresenceState;
import im.parley.protocol.view.Role;
import java.util.List;

/** One event, signal and error of each kind. Commands and their replies are exchanges. */
public final class Examples {

  private Examples() {}

  /** Each durable event: the log of one room. */
  public static List<DurableEvent> events() {
    return List.of(
        event(1, ADA_ID, new Fact.MemberJoined(ADA_ID, Role.OWNER)),
        event(2, ADA_ID, new Fact.RoomUpdated("Engine room", "engine", "", 10, 86_400)),
        event(
            3,
            ADA_ID,
            new Fact.MessagePosted(
                People.TEXT,
                1,
                KEY,
                2L,
                2L,
                true,
                List.of("@room"),
                List.of(People.FILE),
                new Forwarded(DIRECT_ID, 7, GRACE_ID, NOON),
                People.BALLOT,
                NOON.plusSeconds(86_400))),
        event(4, ADA_ID, new Fact.MemberChanged(GRACE_ID, Role.MODERATOR, NOON.plusSeconds(3600))),
        event(5, ADA_ID, new Fact.MessageEdited(3, People.TEXT, List.of(GRACE_ID.value()))),
        event(6, GRACE_ID, new Fact.ReactionAdded(3, "👍")),
        event(7, GRACE_ID, new Fact.ReactionRemoved(3, "👍")),
        event(8, GRACE_ID, new Fact.PollVoted(3, List.of(1), List.of(0))),
        event(9, ADA_ID, new Fact.PollClosed(3)),
        event(10, ADA_ID, new Fact.MessagePinned(3)),
        event(11, ADA_ID, new Fact.MessageUnpinned(3)),
        event(12, ADA_ID, new Fact.MessageDeleted(3, true)),
        event(13, GRACE_ID, new Fact.MemberLeft(GRACE_ID, LeaveReason.LEFT)),
        event(14, ADA_ID, new Fact.RoomArchived()));
  }

  /** Each ephemeral event. */
  public static List<SignalEvent> signals() {
    return List.of(
        new SignalEvent(ROOM_ID, new Signal.Typing(GRACE_ID, true)),
        new SignalEvent(ROOM_ID, new Signal.Receipt(GRACE_ID, 42L, null)),
        new SignalEvent(
            null, new Signal.PresenceChanged(GRACE_ID, PresenceState.AWAY, "At lunch", "🍜", null)),
        new SignalEvent(null, new Signal.PreferencesChanged(People.PREFERENCES)),
        new SignalEvent(DIRECT_ID, new Signal.RoomAdded(DIRECT)),
        new SignalEvent(ROOM_ID, new Signal.RoomRemoved(LeaveReason.REMOVED)),
        new SignalEvent(ROOM_ID, new Signal.RoomSynced(42)),
        new SignalEvent(ROOM_ID, new Signal.RoomUnread(3, 1, 39, 34)),
        new SignalEvent(ROOM_ID, new Signal.RoomReported(2)),
        new SignalEvent(ROOM_ID, new Signal.DraftChanged(12L, "The engine", 40L, NOON)),
        new SignalEvent(null, new Signal.ScheduledChanged(5, People.SCHEDULED)),
        new SignalEvent(null, new Signal.ServerDraining(1500)));
  }

  /** What an upload is answered with. */
  public static FileReply upload() {
    return new FileReply(People.FILE);
  }

  /** Each error. */
  public static List<Refusal> errors() {
    return List.of(
        Refusal.of(ErrorCode.BAD_REQUEST, "'text' must be 1 to 8000 characters", "text"),
        Refusal.of(ErrorCode.UNAUTHENTICATED, "Sign in: the access token is not valid"),
        Refusal.of(ErrorCode.FORBIDDEN, "Only owners and moderators change a room"),
        Refusal.of(ErrorCode.NOT_FOUND, "There is no such room", "room"),
        Refusal.of(ErrorCode.CONFLICT, "This username is taken: choose another", "username"),
        Refusal.of(ErrorCode.GONE, "This room is archived"),
        Refusal.of(ErrorCode.TOO_LARGE, "A body may be 64 KiB at most: send less"),
        Refusal.of(ErrorCode.UNSUPPORTED, "Send the body as application/json"),
        Refusal.later(ErrorCode.RATE_LIMITED, "Slow down: 20 messages in 10 s", 800),
        Refusal.later(ErrorCode.OVERLOADED, "At most 32 commands at a time: wait for replies", 250),
        Refusal.later(ErrorCode.UNAVAILABLE, "The store is away for a moment: try again", 2000),
        Refusal.of(ErrorCode.INTERNAL, "The server had a fault; it has been logged"));
  }

  private static DurableEvent event(long seq, UserId by, Fact fact) {
    return new DurableEvent(ROOM_ID, seq, NOON, by, fact);
  }
}
