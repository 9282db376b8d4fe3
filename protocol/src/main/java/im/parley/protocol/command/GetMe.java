package im.parley.protocol.command;

import im.parley.protocol.reply.UserReply;

/** The caller's own account. */
public record GetMe() implements Command<UserReply> {

  public static final CommandType<GetMe, UserReply> TYPE =
      CommandType.of("me.get", GetMe.class, UserReply.class, Route.get("/me"));

  @Override
  public CommandType<GetMe, UserReply> type() {
    return TYPE;
  }
}
