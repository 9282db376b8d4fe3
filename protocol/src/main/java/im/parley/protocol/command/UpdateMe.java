package im.parley.protocol.command;

import im.parley.protocol.reply.UserReply;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Changes how the caller is shown.
 *
 * @param displayName the new name that people read, 1 to 64 characters; unchanged when left out
 */
@Json
public record UpdateMe(@Nullable String displayName) implements Command<UserReply> {

  public static final CommandType<UpdateMe, UserReply> TYPE =
      CommandType.of("me.update", UpdateMe.class, UserReply.class, Route.patch("/me"));

  public UpdateMe {
    if (displayName != null) {
      displayName = Check.name("displayName", displayName, 64);
    }
  }

  @Override
  public CommandType<UpdateMe, UserReply> type() {
    return TYPE;
  }
}
