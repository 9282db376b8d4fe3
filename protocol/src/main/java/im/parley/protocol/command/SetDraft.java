package im.parley.protocol.command;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Done;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the caller has begun to write, for their other devices. There is one draft in a room
 * and one in each of its threads; it goes when its writer leaves the room.
 *
 * @param room where they write it
 * @param text markdown source so far, at most 8000 characters; blank takes the draft away
 * @param thread the seq of the message whose thread they write it in
 * @param replyTo the seq of the message that it answers
 */
@Json
public record SetDraft(RoomId room, String text, @Nullable Long thread, @Nullable Long replyTo)
    implements Command<Done> {

  public static final CommandType<SetDraft, Done> TYPE =
      CommandType.of("draft.set", SetDraft.class, Done.class, Route.put("/rooms/{room}/draft"));

  public SetDraft {
    Check.required("room", room);
    text = Check.length("text", text, 0, SendMessage.MAX_TEXT);
    text = text.isBlank() ? "" : Check.prose("text", text, SendMessage.MAX_TEXT);
    if (thread != null) {
      Check.target("thread", thread);
    }
    if (replyTo != null) {
      Check.target("replyTo", replyTo);
    }
  }

  @Override
  public CommandType<SetDraft, Done> type() {
    return TYPE;
  }
}
