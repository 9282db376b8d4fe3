package im.parley.core.room;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.Page;
import im.parley.protocol.command.BrowseRooms;
import im.parley.protocol.command.GetRoom;
import im.parley.protocol.command.ListMembers;
import im.parley.protocol.command.ListRooms;
import im.parley.protocol.reply.Members;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.RoomSummary;

/** Shows rooms, and who is in them. */
final class RoomListHandlers {

  private final Rooms rooms;
  private final RoomAccess access;

  RoomListHandlers(Rooms rooms, RoomAccess access) {
    this.rooms = rooms;
    this.access = access;
  }

  im.parley.protocol.reply.Rooms mine(Caller.SignedIn caller, ListRooms command) {
    return reply(rooms.mine(caller.user(), command.after(), requireNonNull(command.limit())));
  }

  im.parley.protocol.reply.Rooms browse(Caller.SignedIn caller, BrowseRooms command) {
    return reply(
        rooms.browse(
            caller.user(),
            requireNonNull(command.query()).strip(),
            command.after(),
            requireNonNull(command.limit())));
  }

  RoomReply get(Caller.SignedIn caller, GetRoom command) {
    return new RoomReply(access.see(command.room(), caller.user()), null);
  }

  Members members(Caller.SignedIn caller, ListMembers command) {
    access.requireMember(command.room(), caller.user());
    Page<Member> page =
        rooms.members(command.room(), command.after(), requireNonNull(command.limit()));
    return new Members(page.items(), page.more());
  }

  private static im.parley.protocol.reply.Rooms reply(Page<RoomSummary> page) {
    return new im.parley.protocol.reply.Rooms(page.items(), page.more());
  }
}
