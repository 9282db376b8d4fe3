package im.parley.core.message;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.Change;
import im.parley.core.log.Commit;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomLog;
import im.parley.protocol.command.AddPin;
import im.parley.protocol.command.AddReaction;
import im.parley.protocol.command.ClosePoll;
import im.parley.protocol.command.DeleteMessage;
import im.parley.protocol.command.EditMessage;
import im.parley.protocol.command.RemovePin;
import im.parley.protocol.command.RemoveReaction;
import im.parley.protocol.command.VotePoll;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Changed;
import org.jspecify.annotations.Nullable;

/**
 * Changes what was said, and what people do with it. Each change is an event of the room's log,
 * which asks {@link im.parley.core.log.RoomRules} whether it may happen.
 */
final class ChangeMessageHandlers {

  private final RoomLog log;

  ChangeMessageHandlers(RoomLog log) {
    this.log = log;
  }

  Changed edit(Caller.SignedIn caller, EditMessage command) {
    Change change =
        new Change.Edit(command.target(), command.text(), MentionReader.read(command.text()));
    return change(caller, command.room(), command.key(), change);
  }

  Changed delete(Caller.SignedIn caller, DeleteMessage command) {
    return change(caller, command.room(), command.key(), new Change.Delete(command.target()));
  }

  Changed react(Caller.SignedIn caller, AddReaction command) {
    Change change = new Change.React(command.target(), command.emoji());
    return change(caller, command.room(), command.key(), change);
  }

  Changed unreact(Caller.SignedIn caller, RemoveReaction command) {
    Change change = new Change.Unreact(command.target(), command.emoji());
    return change(caller, command.room(), command.key(), change);
  }

  Changed vote(Caller.SignedIn caller, VotePoll command) {
    Change change = new Change.Vote(command.target(), command.options());
    return change(caller, command.room(), command.key(), change);
  }

  Changed closePoll(Caller.SignedIn caller, ClosePoll command) {
    return change(caller, command.room(), command.key(), new Change.ClosePoll(command.target()));
  }

  Changed pin(Caller.SignedIn caller, AddPin command) {
    return change(caller, command.room(), command.key(), new Change.Pin(command.target()));
  }

  Changed unpin(Caller.SignedIn caller, RemovePin command) {
    return change(caller, command.room(), command.key(), new Change.Unpin(command.target()));
  }

  private Changed change(
      Caller.SignedIn caller, RoomId room, @Nullable MessageKey key, Change change) {
    Draft draft = new Draft(room, caller.user(), requireNonNull(key), change);
    return switch (Commit.await(log.append(draft))) {
      case Outcome.Appended(var event) -> new Changed(event.seq(), event.at(), null);
      case Outcome.Repeated(var first) -> new Changed(first.seq(), first.at(), true);
      case Outcome.Unchanged() -> new Changed(null, null, null);
    };
  }
}
