package im.parley.protocol.command;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.reply.Done;
import im.parley.protocol.view.PresenceState;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Says how the caller wants to be seen, at all of their sessions, until they say otherwise.
 *
 * @param state {@code online}, {@code away}, {@code dnd} or {@code invisible}
 * @param text a few words, at most 100 characters
 * @param emoji one emoji beside them
 * @param until when text and emoji end, and the state is {@code online} again: within the next 366
 *     days
 */
@Json
public record SetPresence(
    PresenceState state, @Nullable String text, @Nullable String emoji, @Nullable Instant until)
    implements Command<Done> {

  public static final CommandType<SetPresence, Done> TYPE =
      CommandType.of("presence.set", SetPresence.class, Done.class, Route.put("/me/presence"));

  public SetPresence {
    if (Check.required("state", state) == PresenceState.OFFLINE) {
      throw RefusedException.badField("state", "must be 'online', 'away', 'dnd' or 'invisible'");
    }
    if (text != null) {
      text = Check.nameOrEmpty("text", text, 100);
    }
    if (emoji != null && !emoji.isEmpty()) {
      Check.emoji("emoji", emoji);
    }
  }

  @Override
  public CommandType<SetPresence, Done> type() {
    return TYPE;
  }
}
