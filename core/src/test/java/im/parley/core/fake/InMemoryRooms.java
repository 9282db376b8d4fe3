package im.parley.core.fake;

import im.parley.core.fake.FakeRoom.Membership;
import im.parley.core.log.Page;
import im.parley.core.room.Rooms;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ban;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.User;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rooms of an {@link InMemoryChat}. */
public final class InMemoryRooms implements Rooms {

  private final InMemoryChat chat;

  public InMemoryRooms(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Optional<RoomSummary> find(RoomId room, UserId viewer) {
    synchronized (chat) {
      return Optional.ofNullable(chat.rooms.get(room.value()))
          .filter(found -> found.kind == RoomKind.PUBLIC || found.members.containsKey(viewer))
          .map(found -> summary(found, viewer));
    }
  }

  @Override
  public boolean isMember(RoomId room, UserId user) {
    synchronized (chat) {
      FakeRoom found = chat.rooms.get(room.value());
      return found != null && found.members.containsKey(user);
    }
  }

  /** Those with the newest messages first. */
  Page<RoomSummary> newest(UserId user, int limit) {
    synchronized (chat) {
      return Pages.first(
          of(user)
              .sorted(Comparator.comparingLong(InMemoryRooms::newestMessage).reversed())
              .map(room -> summary(room, user))
              .toList(),
          limit);
    }
  }

  @Override
  public Page<RoomSummary> mine(UserId user, @Nullable RoomId after, int limit) {
    synchronized (chat) {
      return Pages.first(
          of(user)
              .filter(room -> after == null || room.id.value().compareTo(after.value()) > 0)
              .map(room -> summary(room, user))
              .toList(),
          limit);
    }
  }

  @Override
  public Page<RoomSummary> browse(UserId viewer, String query, @Nullable RoomId after, int limit) {
    synchronized (chat) {
      String wanted = query.toLowerCase(Locale.ROOT);
      List<RoomSummary> found =
          chat.rooms.values().stream()
              .filter(room -> room.kind == RoomKind.PUBLIC && !room.archived)
              .filter(room -> room.name.toLowerCase(Locale.ROOT).contains(wanted))
              .sorted(Comparator.comparing(room -> room.name))
              .map(room -> summary(room, viewer))
              .toList();
      List<RoomId> ids = found.stream().map(RoomSummary::id).toList();
      int from = after == null ? 0 : ids.indexOf(after) + 1;
      return Pages.first(found.subList(from, found.size()), limit);
    }
  }

  @Override
  public Page<Member> members(RoomId room, @Nullable UserId after, int limit) {
    synchronized (chat) {
      FakeRoom found = chat.rooms.get(room.value());
      if (found == null) {
        return new Page<>(List.of(), false);
      }
      return Pages.first(
          found.members.keySet().stream()
              .filter(user -> after == null || user.value().compareTo(after.value()) > 0)
              .sorted(Comparator.comparing(UserId::value))
              .map(user -> member(user, found.members.get(user)))
              .toList(),
          limit);
    }
  }

  @Override
  public Page<Ban> bans(RoomId room, @Nullable UserId after, int limit) {
    synchronized (chat) {
      FakeRoom found = chat.rooms.get(room.value());
      if (found == null) {
        return new Page<>(List.of(), false);
      }
      return Pages.first(
          found.bans.entrySet().stream()
              .filter(ban -> after == null || ban.getKey().value().compareTo(after.value()) > 0)
              .map(ban -> new Ban(user(ban.getKey()), ban.getValue().by(), ban.getValue().at()))
              .toList(),
          limit);
    }
  }

  private Member member(UserId user, @Nullable Membership membership) {
    if (membership == null) {
      throw new IllegalStateException("Not a member: " + user);
    }
    return new Member(user(user), membership.role(), membership.joinedAt(), null);
  }

  private Stream<FakeRoom> of(UserId user) {
    return chat.rooms.values().stream().filter(room -> room.members.containsKey(user));
  }

  private RoomSummary summary(FakeRoom room, UserId viewer) {
    Membership membership = room.members.get(viewer);
    long read = membership == null ? 0 : membership.read();
    return new RoomSummary(
        room.id,
        room.kind,
        room.name,
        room.alias,
        room.topic,
        room.role(viewer),
        room.members.size(),
        room.head(),
        room.messages,
        read,
        membership == null ? 0 : room.messagesAfter(read),
        0,
        membership == null ? NotifyLevel.ALL : membership.notifyLevel(),
        room.mutes.get(viewer),
        room.slowModeSeconds == 0 ? null : room.slowModeSeconds,
        room.expireSeconds == 0 ? null : room.expireSeconds,
        room.archived ? true : null,
        room.kind == RoomKind.DIRECT
            ? room.members.keySet().stream().map(this::user).toList()
            : null,
        membership == null ? null : last(room));
  }

  private User user(UserId id) {
    User user = chat.users.get(id);
    if (user == null) {
      throw new IllegalStateException("Nobody: " + id);
    }
    return user;
  }

  private static RoomSummary.@Nullable LastMessage last(FakeRoom room) {
    for (DurableEvent event : room.log.reversed()) {
      if (event.data() instanceof Fact.MessagePosted posted) {
        String text = posted.text();
        return new RoomSummary.LastMessage(
            event.seq(),
            event.by(),
            text.substring(0, Math.min(200, text.length())),
            event.at(),
            fileOf(posted));
      }
    }
    return null;
  }

  private static @Nullable String fileOf(Fact.MessagePosted posted) {
    return posted.text().isEmpty() && posted.attachments() != null
        ? posted.attachments().getFirst().name()
        : null;
  }

  private static long newestMessage(FakeRoom room) {
    RoomSummary.LastMessage last = last(room);
    return last == null ? 0 : last.at().toEpochMilli();
  }
}
