package im.parley.core.message;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomLog;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.MessageSent;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Says something in a room. It does not wait for the disk: the log keeps the order of its drafts,
 * so that one client's messages share commits and still stand as they were sent.
 */
final class SendMessageHandler {

  private final RoomLog log;

  SendMessageHandler(RoomLog log) {
    this.log = log;
  }

  CompletionStage<MessageSent> send(Caller.SignedIn caller, SendMessage command) {
    Change.Post post = new Change.Post(command.text());
    return log.append(new Draft(command.room(), caller.user(), command.key(), post))
        .thenApply(outcome -> reply(command.room(), outcome));
  }

  private static MessageSent reply(RoomId room, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Appended(var event) -> reply(room, event, null);
      case Outcome.Repeated(var first) -> reply(room, first, true);
      case Outcome.Unchanged() ->
          throw new IllegalStateException("A message always changes its room");
    };
  }

  private static MessageSent reply(RoomId room, DurableEvent event, @Nullable Boolean duplicate) {
    if (event.room().equals(room) && event.data() instanceof Fact.MessagePosted posted) {
      return new MessageSent(event.seq(), posted.number(), event.at(), duplicate);
    }
    throw RefusedException.conflict(
        "key", "This key named another command before: each command needs its own");
  }
}
