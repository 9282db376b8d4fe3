package im.parley.core.room;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.Change;
import im.parley.core.log.Commit;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomLog;
import im.parley.protocol.command.AddMember;
import im.parley.protocol.command.ArchiveRoom;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.RemoveMember;
import im.parley.protocol.command.UpdateRoom;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.RoomReply;

/**
 * Changes what a room is called and who is in it. Each change is a draft for the room's log, which
 * asks {@link im.parley.core.log.RoomRules} whether it may happen.
 */
final class RoomChangeHandlers {

  private final RoomLog log;
  private final RoomAccess access;

  RoomChangeHandlers(RoomLog log, RoomAccess access) {
    this.log = log;
    this.access = access;
  }

  RoomReply update(Caller.SignedIn caller, UpdateRoom command) {
    Change.Describe change =
        new Change.Describe(
            command.name(),
            command.alias(),
            command.topic(),
            command.slowModeSeconds(),
            command.expireSeconds());
    if (change.equals(new Change.Describe(null, null, null))) {
      throw RefusedException.badField(
          "name",
          "or 'alias', 'topic', 'slowModeSeconds' or 'expireSeconds' must say what changes");
    }
    Outcome outcome = change(caller, command.room(), requireNonNull(command.key()), change);
    return shown(caller, command.room(), outcome);
  }

  RoomReply archive(Caller.SignedIn caller, ArchiveRoom command) {
    MessageKey key = requireNonNull(command.key());
    Outcome outcome = change(caller, command.room(), key, new Change.Archive());
    return shown(caller, command.room(), outcome);
  }

  private RoomReply shown(Caller.SignedIn caller, RoomId room, Outcome outcome) {
    return new RoomReply(
        access.see(room, caller.user()), outcome instanceof Outcome.Repeated ? true : null);
  }

  RoomReply join(Caller.SignedIn caller, JoinRoom command) {
    change(caller, command.room(), MessageKey.random(), new Change.Join());
    return new RoomReply(access.see(command.room(), caller.user()), null);
  }

  Done leave(Caller.SignedIn caller, LeaveRoom command) {
    change(caller, command.room(), MessageKey.random(), new Change.Leave());
    return new Done();
  }

  Done add(Caller.SignedIn caller, AddMember command) {
    change(caller, command.room(), MessageKey.random(), new Change.Add(command.user()));
    return new Done();
  }

  Done remove(Caller.SignedIn caller, RemoveMember command) {
    if (command.user().equals(caller.user())) {
      throw RefusedException.badField("user", "is yourself: leave the room instead");
    }
    boolean forGood = Boolean.TRUE.equals(command.ban());
    Change change = forGood ? new Change.Ban(command.user()) : new Change.Remove(command.user());
    change(caller, command.room(), MessageKey.random(), change);
    return new Done();
  }

  private Outcome change(Caller.SignedIn caller, RoomId room, MessageKey key, Change change) {
    return Commit.await(log.append(new Draft(room, caller.user(), key, change)));
  }
}
