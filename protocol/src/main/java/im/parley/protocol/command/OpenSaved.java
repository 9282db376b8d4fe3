package im.parley.protocol.command;

import im.parley.protocol.reply.RoomReply;

/**
 * The room of the caller alone, to keep messages in: a direct room whose only user they are, the
 * same one each time. What is forwarded to it is saved.
 */
public record OpenSaved() implements Command<RoomReply> {

  public static final CommandType<OpenSaved, RoomReply> TYPE =
      CommandType.of("saved.open", OpenSaved.class, RoomReply.class, Route.post("/saved"));

  @Override
  public CommandType<OpenSaved, RoomReply> type() {
    return TYPE;
  }
}
