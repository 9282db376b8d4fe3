package im.parley.core.fake;

import im.parley.core.fake.InMemoryChat.KeptInvite;
import im.parley.core.invite.Invites;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.log.Standing;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Invite;
import im.parley.protocol.view.RoomKind;
import java.time.InstantSource;
import java.util.List;

/** The invites of an {@link InMemoryChat}. */
final class InMemoryInvites implements Invites {

  private final InMemoryChat chat;
  private final InstantSource clock;

  InMemoryInvites(InMemoryChat chat, InstantSource clock) {
    this.chat = chat;
    this.clock = clock;
  }

  @Override
  public void create(RoomId room, Invite invite) {
    synchronized (chat) {
      require(RoomPermission.INVITE, room, invite.by());
      if (live(room).size() >= MAX_LIVE_PER_ROOM) {
        throw Invites.tooMany();
      }
      chat.invites.put(invite.code(), new KeptInvite(room, invite, false));
    }
  }

  @Override
  public List<Invite> live(RoomId room) {
    synchronized (chat) {
      return chat.invites.values().stream()
          .filter(kept -> kept.room().equals(room) && kept.live(clock.instant()))
          .map(KeptInvite::invite)
          .toList();
    }
  }

  @Override
  public void revoke(RoomId room, String code, UserId by) {
    synchronized (chat) {
      require(RoomPermission.REVOKE_OWN_INVITE, room, by);
      KeptInvite kept = chat.invites.get(code);
      if (kept == null || !kept.room().equals(room)) {
        require(RoomPermission.REVOKE_INVITE, room, by);
        throw Invites.unknown();
      }
      if (!kept.invite().by().equals(by)) {
        require(RoomPermission.REVOKE_INVITE, room, by);
      }
      chat.invites.put(code, new KeptInvite(room, kept.invite(), true));
    }
  }

  @Override
  public RoomId roomOf(String code) {
    synchronized (chat) {
      KeptInvite kept = chat.invites.get(code);
      if (kept == null) {
        throw Invites.unknown();
      }
      return kept.room();
    }
  }

  private void require(RoomPermission permission, RoomId id, UserId user) {
    FakeRoom room = chat.rooms.get(id.value());
    if (room == null || (room.role(user) == null && room.kind != RoomKind.PUBLIC)) {
      throw RoomRules.noSuchRoom();
    }
    Draft asking = new Draft(id, user, MessageKey.random(), new Change.Leave());
    Standing standing = room.standing(asking, room, _ -> true, clock.instant());
    RoomRules.require(permission, standing);
  }
}
