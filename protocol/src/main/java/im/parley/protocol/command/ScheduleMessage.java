package im.parley.protocol.command;

import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.ScheduledReply;
import io.avaje.jsonb.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Has the server say something in a room later, as {@code message.send} would say it then. Whether
 * the caller may is asked now and again at that time. It waits wherever they are signed in; at most
 * 100 wait for one user. A file among the attachments is kept until then.
 *
 * @param room where
 * @param key the client's name for the message, now and when it is sent: it is said once, whoever
 *     says it. Repeating it schedules nothing twice; once it was sent, the repetition is refused
 *     with {@code conflict}
 * @param text markdown source, at most 8000 characters; it may be empty beside attachments
 * @param replyTo the seq of the message that this one answers
 * @param thread the seq of the message whose thread this one belongs to
 * @param alsoInRoom true to show a message of a thread in the room as well
 * @param attachments ids of files, at most 10: the sender's own, or those that they can see
 * @param sendAt when: in the future, at most 366 days ahead
 */
@Json
public record ScheduleMessage(
    RoomId room,
    MessageKey key,
    String text,
    @Nullable Long replyTo,
    @Nullable Long thread,
    @Nullable Boolean alsoInRoom,
    @Nullable List<FileId> attachments,
    Instant sendAt)
    implements Command<ScheduledReply> {

  public static final CommandType<ScheduleMessage, ScheduledReply> TYPE =
      CommandType.of(
          "message.schedule",
          ScheduleMessage.class,
          ScheduledReply.class,
          Route.make("/rooms/{room}/scheduled"));

  public ScheduleMessage {
    attachments =
        new SendMessage(room, key, text, replyTo, thread, alsoInRoom, attachments, null)
            .attachments();
    Check.required("sendAt", sendAt);
  }

  /** Plain words, without thread or reply. */
  public ScheduleMessage(RoomId room, MessageKey key, String text, Instant sendAt) {
    this(room, key, text, null, null, null, null, sendAt);
  }

  /** What is to be sent. */
  public SendMessage message() {
    return new SendMessage(room, key, text, replyTo, thread, alsoInRoom, attachments, null);
  }

  @Override
  public CommandType<ScheduleMessage, ScheduledReply> type() {
    return TYPE;
  }
}
