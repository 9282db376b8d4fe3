package im.parley.core.room;

import im.parley.core.account.Accounts;
import im.parley.core.dispatch.Caller;
import im.parley.core.log.Commit;
import im.parley.core.log.NewRoom;
import im.parley.core.log.RoomCreated;
import im.parley.core.log.RoomLog;
import im.parley.protocol.command.OpenDirect;
import im.parley.protocol.command.OpenSaved;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.User;
import java.util.LinkedHashSet;
import java.util.Set;

/** Opens the private conversation of some people, or of one alone: the same room each time. */
final class OpenDirectHandler {

  private final RoomLog log;
  private final Accounts accounts;
  private final RoomAccess access;

  OpenDirectHandler(RoomLog log, Accounts accounts, RoomAccess access) {
    this.log = log;
    this.accounts = accounts;
    this.access = access;
  }

  RoomReply open(Caller.SignedIn caller, OpenDirect command) {
    return open(caller, others(caller, command));
  }

  /** The people named, the caller apart: they are in it anyway. */
  private Set<UserId> others(Caller.SignedIn caller, OpenDirect command) {
    Set<UserId> others = new LinkedHashSet<>(command.users());
    others.remove(caller.user());
    if (others.isEmpty()) {
      throw RefusedException.badField("users", "must name somebody besides yourself");
    }
    Set<UserId> missing = new LinkedHashSet<>(others);
    accounts.findAll(others).stream().map(User::id).forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw RefusedException.notFound(
          "users", "There is no such user: " + missing.iterator().next());
    }
    return others;
  }

  RoomReply openSaved(Caller.SignedIn caller, OpenSaved command) {
    return open(caller, Set.of());
  }

  private RoomReply open(Caller.SignedIn caller, Set<UserId> others) {
    RoomCreated created =
        Commit.await(
            log.create(
                new NewRoom(
                    RoomId.random(),
                    RoomKind.DIRECT,
                    "",
                    null,
                    null,
                    caller.user(),
                    MessageKey.random(),
                    others)));
    return new RoomReply(access.see(created.room(), caller.user()), null);
  }
}
