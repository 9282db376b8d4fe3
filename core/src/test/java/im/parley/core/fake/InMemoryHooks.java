package im.parley.core.fake;

import im.parley.core.hook.Hooks;
import im.parley.core.log.RoomPermission;
import im.parley.core.session.TokenHash;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Hook;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.User;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hooks of an {@link InMemoryChat}. */
final class InMemoryHooks implements Hooks {

  private final InMemoryChat chat;
  private final InstantSource clock;
  private final Map<TokenHash, Hook> hooks = new LinkedHashMap<>();

  InMemoryHooks(InMemoryChat chat, InstantSource clock) {
    this.chat = chat;
    this.clock = clock;
  }

  @Override
  public void create(Hook hook, String username, TokenHash secret) {
    synchronized (chat) {
      FakeRoom room = chat.require(RoomPermission.MANAGE_HOOKS, hook.room(), hook.by());
      if (of(hook.room()).size() >= MAX_PER_ROOM) {
        throw Hooks.tooMany();
      }
      hooks.put(secret, hook);
      chat.users.put(hook.id(), new User(hook.id(), username, hook.name(), null, true));
      room.add(clock.instant(), hook.by(), new Fact.MemberJoined(hook.id(), Role.MEMBER));
      chat.announceAfter(room, room.log.size() - 1);
    }
  }

  @Override
  public List<Hook> of(RoomId room) {
    synchronized (chat) {
      return hooks.values().stream().filter(hook -> hook.room().equals(room)).toList();
    }
  }

  @Override
  public Optional<Hook> bySecret(TokenHash secret) {
    synchronized (chat) {
      return Optional.ofNullable(hooks.get(secret));
    }
  }

  @Override
  public void delete(RoomId id, UserId hook, UserId by) {
    synchronized (chat) {
      FakeRoom room = chat.require(RoomPermission.MANAGE_HOOKS, id, by);
      if (!hooks.values().removeIf(it -> it.id().equals(hook) && it.room().equals(id))) {
        throw Hooks.unknown();
      }
      room.add(clock.instant(), by, new Fact.MemberLeft(hook, LeaveReason.REMOVED));
      chat.announceAfter(room, room.log.size() - 1);
    }
  }
}
