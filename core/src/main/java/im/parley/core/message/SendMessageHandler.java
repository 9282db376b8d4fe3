package im.parley.core.message;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomLog;
import im.parley.protocol.command.ForwardMessage;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.MessageSent;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Says something in a room, or again what was said elsewhere. It does not wait for the disk: the
 * log keeps the order of its drafts, so that one client's messages share commits and still stand as
 * they were sent.
 */
public final class SendMessageHandler {

  private final RoomLog log;

  public SendMessageHandler(RoomLog log) {
    this.log = log;
  }

  CompletionStage<MessageSent> send(Caller.SignedIn caller, SendMessage command) {
    return send(caller.user(), command);
  }

  /** Says it in the name of this user, who need not be here. Never waits. */
  public CompletionStage<MessageSent> send(UserId user, SendMessage command) {
    Long root = command.thread();
    Change.InThread thread =
        root == null ? null : new Change.InThread(root, Boolean.TRUE.equals(command.alsoInRoom()));
    Change.Post post =
        new Change.Post(
            command.text(),
            MentionReader.read(command.text()),
            command.replyTo(),
            thread,
            command.attachments() == null ? List.of() : command.attachments(),
            command.poll());
    return log.append(new Draft(command.room(), user, command.key(), post))
        .thenApply(SendMessageHandler::reply);
  }

  CompletionStage<MessageSent> forward(Caller.SignedIn caller, ForwardMessage command) {
    Change.Forward forward = new Change.Forward(command.room(), command.target());
    return log.append(new Draft(command.to(), caller.user(), command.key(), forward))
        .thenApply(SendMessageHandler::reply);
  }

  private static MessageSent reply(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Appended(var event) -> reply(event, null);
      case Outcome.Repeated(var first) -> reply(first, true);
      case Outcome.Unchanged() ->
          throw new IllegalStateException("A message always changes its room");
    };
  }

  private static MessageSent reply(DurableEvent event, @Nullable Boolean duplicate) {
    if (event.data() instanceof Fact.MessagePosted posted) {
      return new MessageSent(event.seq(), posted.number(), event.at(), duplicate);
    }
    throw new IllegalStateException("A message became " + event.data().type());
  }
}
