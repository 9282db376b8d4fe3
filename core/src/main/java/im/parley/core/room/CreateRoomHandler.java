package im.parley.core.room;

import static java.util.Objects.requireNonNull;

import im.parley.core.dispatch.Caller;
import im.parley.core.log.Commit;
import im.parley.core.log.NewRoom;
import im.parley.core.log.RoomCreated;
import im.parley.core.log.RoomLog;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.RoomReply;
import java.util.Set;

/** Makes a room, once for each key. */
final class CreateRoomHandler {

  private final RoomLog log;
  private final RoomAccess access;

  CreateRoomHandler(RoomLog log, RoomAccess access) {
    this.log = log;
    this.access = access;
  }

  RoomReply create(Caller.SignedIn caller, CreateRoom command) {
    RoomCreated created =
        Commit.await(
            log.create(
                new NewRoom(
                    RoomId.random(),
                    command.kind(),
                    command.name(),
                    command.alias(),
                    command.topic(),
                    caller.user(),
                    requireNonNull(command.key()),
                    Set.of())));
    return new RoomReply(
        access.see(created.room(), caller.user()), created.existed() ? true : null);
  }
}
