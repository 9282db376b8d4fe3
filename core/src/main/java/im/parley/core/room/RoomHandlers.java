package im.parley.core.room;

import im.parley.core.account.Accounts;
import im.parley.core.dispatch.Handler;
import im.parley.core.log.RoomLog;
import im.parley.protocol.command.AddMember;
import im.parley.protocol.command.ArchiveRoom;
import im.parley.protocol.command.BrowseRooms;
import im.parley.protocol.command.ChangeMember;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.GetRoom;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.ListBans;
import im.parley.protocol.command.ListMembers;
import im.parley.protocol.command.ListRooms;
import im.parley.protocol.command.OpenDirect;
import im.parley.protocol.command.OpenSaved;
import im.parley.protocol.command.RemoveMember;
import im.parley.protocol.command.UpdateRoom;
import java.time.InstantSource;
import java.util.List;

/** Carries out what concerns rooms and who is in them. */
public final class RoomHandlers {

  private RoomHandlers() {}

  /**
   * The handlers of {@code room.*} but for the log's, {@code member.*}, {@code ban.list}, {@code
   * direct.open} and {@code saved.open}.
   */
  public static List<Handler<?, ?>> of(
      RoomLog log, Rooms rooms, Accounts accounts, InstantSource clock) {
    RoomAccess access = new RoomAccess(rooms);
    RoomListHandlers lists = new RoomListHandlers(rooms, access);
    RoomChangeHandlers changes = new RoomChangeHandlers(log, access);
    MemberHandlers members = new MemberHandlers(log, rooms, access, clock);
    CreateRoomHandler create = new CreateRoomHandler(log, access);
    OpenDirectHandler direct = new OpenDirectHandler(log, accounts, access);
    return List.of(
        new Handler.ForSignedIn<>(CreateRoom.TYPE, create::create),
        new Handler.ForSignedIn<>(ListRooms.TYPE, lists::mine),
        new Handler.ForSignedIn<>(BrowseRooms.TYPE, lists::browse),
        new Handler.ForSignedIn<>(GetRoom.TYPE, lists::get),
        new Handler.ForSignedIn<>(UpdateRoom.TYPE, changes::update),
        new Handler.ForSignedIn<>(ArchiveRoom.TYPE, changes::archive),
        new Handler.ForSignedIn<>(JoinRoom.TYPE, changes::join),
        new Handler.ForSignedIn<>(LeaveRoom.TYPE, changes::leave),
        new Handler.ForSignedIn<>(ListMembers.TYPE, lists::members),
        new Handler.ForSignedIn<>(AddMember.TYPE, changes::add),
        new Handler.ForSignedIn<>(RemoveMember.TYPE, changes::remove),
        new Handler.ForSignedIn<>(ChangeMember.TYPE, members::change),
        new Handler.ForSignedIn<>(ListBans.TYPE, members::bans),
        new Handler.ForSignedIn<>(OpenDirect.TYPE, direct::open),
        new Handler.ForSignedIn<>(OpenSaved.TYPE, direct::openSaved));
  }
}
