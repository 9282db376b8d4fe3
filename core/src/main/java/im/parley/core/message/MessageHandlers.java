package im.parley.core.message;

import im.parley.core.dispatch.Handler;
import im.parley.core.log.RoomLog;
import im.parley.core.room.RoomAccess;
import im.parley.core.room.Rooms;
import im.parley.protocol.command.AddPin;
import im.parley.protocol.command.AddReaction;
import im.parley.protocol.command.ClosePoll;
import im.parley.protocol.command.DeleteMessage;
import im.parley.protocol.command.EditMessage;
import im.parley.protocol.command.ForwardMessage;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.GetThread;
import im.parley.protocol.command.ListEvents;
import im.parley.protocol.command.ListPins;
import im.parley.protocol.command.RemovePin;
import im.parley.protocol.command.RemoveReaction;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.VotePoll;
import java.util.List;

/** Carries out what concerns messages. */
public final class MessageHandlers {

  private MessageHandlers() {}

  /**
   * The handlers of {@code message.*} but the search, of {@code reaction.*}, {@code poll.*}, {@code
   * pin.*} and {@code room.events}.
   */
  public static List<Handler<?, ?>> of(RoomLog log, Rooms rooms) {
    SendMessageHandler send = new SendMessageHandler(log);
    ReadLogHandlers read = new ReadLogHandlers(log, new RoomAccess(rooms));
    ChangeMessageHandlers change = new ChangeMessageHandlers(log);
    return List.of(
        new Handler.Pipelined<>(SendMessage.TYPE, send::send),
        new Handler.Pipelined<>(ForwardMessage.TYPE, send::forward),
        new Handler.ForSignedIn<>(EditMessage.TYPE, change::edit),
        new Handler.ForSignedIn<>(DeleteMessage.TYPE, change::delete),
        new Handler.ForSignedIn<>(AddReaction.TYPE, change::react),
        new Handler.ForSignedIn<>(RemoveReaction.TYPE, change::unreact),
        new Handler.ForSignedIn<>(VotePoll.TYPE, change::vote),
        new Handler.ForSignedIn<>(ClosePoll.TYPE, change::closePoll),
        new Handler.ForSignedIn<>(AddPin.TYPE, change::pin),
        new Handler.ForSignedIn<>(RemovePin.TYPE, change::unpin),
        new Handler.ForSignedIn<>(GetThread.TYPE, read::thread),
        new Handler.ForSignedIn<>(ListPins.TYPE, read::pins),
        new Handler.ForSignedIn<>(GetHistory.TYPE, read::history),
        new Handler.ForSignedIn<>(ListEvents.TYPE, read::events));
  }
}
