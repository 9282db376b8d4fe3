package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.MessageSent;
import im.parley.protocol.view.Ballot;
import io.avaje.jsonb.Json;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says something in a room.
 *
 * @param room where
 * @param key the client's name for this message; repeating it says nothing twice
 * @param text markdown source, at most 8000 characters; it may be empty beside attachments
 * @param replyTo the seq of the message that this one answers
 * @param thread the seq of the message whose thread this one belongs to
 * @param alsoInRoom true to show a message of a thread in the room as well
 * @param attachments ids of files, at most 10: the sender's own, or those that they can see
 * @param poll what people are asked to choose from; the text, which is not empty then, is the
 *     question
 */
@Json
public record SendMessage(
    RoomId room,
    MessageKey key,
    String text,
    @Nullable Long replyTo,
    @Nullable Long thread,
    @Nullable Boolean alsoInRoom,
    @Nullable List<FileId> attachments,
    @Nullable Ballot poll)
    implements Command<MessageSent> {

  public static final CommandType<SendMessage, MessageSent> TYPE =
      CommandType.of(
          "message.send",
          SendMessage.class,
          MessageSent.class,
          Route.make("/rooms/{room}/messages"));

  /** The longest text, in Unicode code points. */
  public static final int MAX_TEXT = 8000;

  /** How many files a message can have. */
  public static final int MAX_ATTACHMENTS = 10;

  public SendMessage {
    Check.required("room", room);
    Check.required("key", key);
    attachments = attachments(attachments);
    poll = poll == null ? null : ballot(poll);
    if (attachments == null || poll != null || !Check.required("text", text).isEmpty()) {
      Check.prose("text", text, MAX_TEXT);
    }
    if (replyTo != null) {
      Check.target("replyTo", replyTo);
    }
    if (thread != null) {
      Check.target("thread", thread);
    }
  }

  /** Plain words, without thread or reply. */
  public SendMessage(RoomId room, MessageKey key, String text) {
    this(room, key, text, null, null, null, null, null);
  }

  /** Each once; null for none. */
  private static @Nullable List<FileId> attachments(@Nullable List<FileId> named) {
    if (named == null || named.isEmpty()) {
      return null;
    }
    if (named.size() > MAX_ATTACHMENTS) {
      throw RefusedException.badField("attachments", "must be at most " + MAX_ATTACHMENTS);
    }
    return List.copyOf(new LinkedHashSet<>(named));
  }

  /** With its options as they are shown. */
  private static Ballot ballot(Ballot poll) {
    List<String> named = Check.required("poll", poll.options());
    if (named.size() < Ballot.MIN_OPTIONS || named.size() > Ballot.MAX_OPTIONS) {
      throw RefusedException.badField(
          "poll", "must have " + Ballot.MIN_OPTIONS + " to " + Ballot.MAX_OPTIONS + " options");
    }
    List<String> options =
        named.stream()
            .map(option -> Check.name("poll", option, Ballot.MAX_OPTION))
            .distinct()
            .toList();
    if (options.size() < named.size()) {
      throw RefusedException.badField("poll", "must have options that differ from one another");
    }
    return new Ballot(options, Boolean.TRUE.equals(poll.multiple()) ? true : null);
  }

  @Override
  public CommandType<SendMessage, MessageSent> type() {
    return TYPE;
  }
}
