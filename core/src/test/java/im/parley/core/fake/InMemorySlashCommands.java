package im.parley.core.fake;

import im.parley.core.log.RoomPermission;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.slash.SlashCommands;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.SlashCommand;
import im.parley.protocol.view.User;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;

/** The slash commands of an {@link InMemoryChat}. */
final class InMemorySlashCommands implements SlashCommands {

  private final InMemoryChat chat;
  private final InstantSource clock;
  private final TreeMap<String, Ready> kept = new TreeMap<>();

  InMemorySlashCommands(InMemoryChat chat, InstantSource clock) {
    this.chat = chat;
    this.clock = clock;
  }

  @Override
  public void create(SlashCommand command, String username, WebhookSecret secret) {
    synchronized (chat) {
      FakeRoom room = chat.require(RoomPermission.MANAGE_SLASH, command.room(), command.by());
      if (kept.containsKey(place(command.room(), command.name()))) {
        throw SlashCommands.taken(command.name());
      }
      if (of(command.room()).size() >= MAX_PER_ROOM) {
        throw SlashCommands.tooMany();
      }
      kept.put(place(command.room(), command.name()), new Ready(command, secret));
      User bot = new User(command.bot(), username, "/" + command.name(), null, true);
      chat.users.put(command.bot(), bot);
      room.add(clock.instant(), command.by(), new Fact.MemberJoined(command.bot(), Role.MEMBER));
      chat.announceAfter(room, room.log.size() - 1);
    }
  }

  private static String place(RoomId room, String name) {
    return room + " " + name;
  }

  @Override
  public List<SlashCommand> of(RoomId room) {
    synchronized (chat) {
      return kept.values().stream()
          .map(Ready::command)
          .filter(command -> command.room().equals(room))
          .toList();
    }
  }

  @Override
  public Ready toRun(RoomId room, String name, UserId user) {
    synchronized (chat) {
      chat.require(RoomPermission.RUN_SLASH, room, user);
      Ready found = kept.get(place(room, name));
      if (found == null) {
        throw SlashCommands.unknown(name);
      }
      return found;
    }
  }

  @Override
  public void delete(RoomId id, String name, UserId by) {
    synchronized (chat) {
      FakeRoom room = chat.require(RoomPermission.MANAGE_SLASH, id, by);
      Ready gone = kept.remove(place(id, name));
      if (gone == null) {
        throw SlashCommands.unknown(name);
      }
      room.add(clock.instant(), by, new Fact.MemberLeft(gone.command().bot(), LeaveReason.REMOVED));
      chat.announceAfter(room, room.log.size() - 1);
    }
  }
}
