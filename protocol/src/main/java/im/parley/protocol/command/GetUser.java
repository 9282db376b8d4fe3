package im.parley.protocol.command;

import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.UserReply;
import io.avaje.jsonb.Json;

/**
 * One user.
 *
 * @param user who
 */
@Json
public record GetUser(UserId user) implements Command<UserReply> {

  public static final CommandType<GetUser, UserReply> TYPE =
      CommandType.of("user.get", GetUser.class, UserReply.class, Route.get("/users/{user}"));

  public GetUser {
    Check.required("user", user);
  }

  @Override
  public CommandType<GetUser, UserReply> type() {
    return TYPE;
  }
}
