package im.parley.protocol.command;

import im.parley.protocol.reply.PushKey;

/** The key with which a browser subscribes to this server's pushes. */
public record GetPushKey() implements Command<PushKey> {

  public static final CommandType<GetPushKey, PushKey> TYPE =
      CommandType.of("push.key", GetPushKey.class, PushKey.class, Route.get("/push/key"));

  @Override
  public CommandType<GetPushKey, PushKey> type() {
    return TYPE;
  }
}
