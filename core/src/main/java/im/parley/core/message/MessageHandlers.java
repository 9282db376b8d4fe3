package im.parley.core.message;

import im.parley.core.dispatch.Handler;
import im.parley.core.log.RoomLog;
import im.parley.core.room.RoomAccess;
import im.parley.core.room.Rooms;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.ListEvents;
import im.parley.protocol.command.SendMessage;
import java.util.List;

/** Carries out what concerns messages. */
public final class MessageHandlers {

  private MessageHandlers() {}

  /** The handlers of {@code message.*} and {@code room.events}. */
  public static List<Handler<?, ?>> of(RoomLog log, Rooms rooms) {
    SendMessageHandler send = new SendMessageHandler(log);
    ReadLogHandlers read = new ReadLogHandlers(log, new RoomAccess(rooms));
    return List.of(
        new Handler.Pipelined<>(SendMessage.TYPE, send::send),
        new Handler.ForSignedIn<>(GetHistory.TYPE, read::history),
        new Handler.ForSignedIn<>(ListEvents.TYPE, read::events));
  }
}
