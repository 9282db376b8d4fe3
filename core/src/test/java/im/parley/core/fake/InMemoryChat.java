package im.parley.core.fake;

import im.parley.core.invite.Invites;
import im.parley.core.log.Change;
import im.parley.core.log.CommitListener;
import im.parley.core.log.Draft;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.Page;
import im.parley.core.log.RoomCreated;
import im.parley.core.log.RoomLog;
import im.parley.core.log.RoomPermission;
import im.parley.core.log.RoomRules;
import im.parley.core.log.Standing;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Invite;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The logs of all rooms in memory. The other in-memory ports look into the same rooms. */
public final class InMemoryChat implements RoomLog {

  private final InstantSource clock;
  private final CommitListener listener;
  private final Map<Name, DurableEvent> appended = new HashMap<>();
  private final Map<Name, RoomId> created = new HashMap<>();
  private String epoch = "e1";
  private @Nullable RefusedException refusal;

  final Map<String, FakeRoom> rooms = new TreeMap<>();
  final Map<String, KeptInvite> invites = new TreeMap<>();
  final Map<UserId, User> users = new HashMap<>();

  public InMemoryChat(InstantSource clock, CommitListener listener) {
    this.clock = clock;
    this.listener = listener;
  }

  /** A code, the room that it is for, and whether it was taken back. */
  record KeptInvite(RoomId room, Invite invite, boolean revoked) {

    boolean live(Instant now) {
      Integer uses = invite.uses();
      return !revoked && invite.expiresAt().isAfter(now) && (uses == null || uses > 0);
    }

    KeptInvite used() {
      Integer uses = invite.uses();
      Integer left = uses == null ? null : uses - 1;
      return new KeptInvite(
          room, new Invite(invite.code(), invite.by(), left, invite.expiresAt()), revoked);
    }
  }

  /** A durable command of a user, by its key. */
  private record Name(UserId by, MessageKey key) {}

  /** The store was restored from a backup. */
  public synchronized void beginLife(String newEpoch) {
    epoch = newEpoch;
  }

  /** From now on every change is refused so, for example as overloaded. */
  public synchronized void refuse(RefusedException with) {
    refusal = with;
  }

  /** From now on changes are looked at again. */
  public synchronized void accept() {
    refusal = null;
  }

  @Override
  public synchronized String epoch() {
    return epoch;
  }

  @Override
  public synchronized CompletableFuture<Outcome> append(Draft draft) {
    return attempt(() -> {
      DurableEvent first = appended.get(new Name(draft.by(), draft.key()));
      return first != null ? repeated(draft, first) : commit(draft);
    });
  }

  /** Whether the user did something under this key. */
  boolean did(UserId user, MessageKey key) {
    return appended.containsKey(new Name(user, key));
  }

  Instant now() {
    return clock.instant();
  }

  private void useInvite(String code) {
    KeptInvite invite = invites.get(code);
    if (invite == null || !invite.live(clock.instant())) {
      throw Invites.gone();
    }
    invites.put(code, invite.used());
  }

  private static Outcome repeated(Draft draft, DurableEvent first) {
    EventType type =
        switch (draft.change()) {
          case Change.Post _, Change.Forward _ -> EventType.MESSAGE_POSTED;
          case Change.Edit _ -> EventType.MESSAGE_EDITED;
          case Change.Delete _ -> EventType.MESSAGE_DELETED;
          case Change.React _ -> EventType.REACTION_ADDED;
          case Change.Unreact _ -> EventType.REACTION_REMOVED;
          case Change.Vote _ -> EventType.POLL_VOTED;
          case Change.ClosePoll _ -> EventType.POLL_CLOSED;
          case Change.Pin _ -> EventType.MESSAGE_PINNED;
          case Change.Unpin _ -> EventType.MESSAGE_UNPINNED;
          case Change.Join _, Change.Add _ -> EventType.MEMBER_JOINED;
          case Change.Leave _, Change.Remove _ -> EventType.MEMBER_LEFT;
          case Change.Describe _ -> EventType.ROOM_UPDATED;
          case Change.Archive _ -> EventType.ROOM_ARCHIVED;
          case Change.Enter _ -> EventType.MEMBER_JOINED;
          case Change.Regulate _ -> EventType.MEMBER_CHANGED;
          case Change.Ban _, Change.Unban _ -> EventType.MEMBER_LEFT;
        };
    if (first.data().type() != type || !first.room().equals(draft.room())) {
      throw RefusedException.conflict("key", "This key named something else: use a new one");
    }
    return new Outcome.Repeated(first);
  }

  private Outcome commit(Draft draft) {
    FakeRoom room = rooms.get(draft.room().value());
    FakeRoom source = room == null ? null : source(draft, room);
    Standing standing =
        room == null || source == null
            ? null
            : room.standing(draft, source, users::containsKey, clock.instant());
    RoomRules.Verdict verdict = RoomRules.decide(draft.change(), standing);
    if (room == null
        || source == null
        || standing == null
        || verdict == RoomRules.Verdict.UNCHANGED) {
      return new Outcome.Unchanged();
    }
    if (draft.change() instanceof Change.Describe(_, String alias, _, _, _)) {
      requireFree(alias);
    }
    if (draft.change() instanceof Change.Enter(String code)) {
      useInvite(code);
    }
    int before = room.log.size();
    room.append(draft, source, standing, clock.instant());
    if (verdict == RoomRules.Verdict.APPEND_AND_HAND_ON) {
      room.handOn(draft.by(), clock.instant());
    }
    announceAfter(room, before);
    if (room.log.size() == before) {
      return new Outcome.Unchanged();
    }
    DurableEvent event = room.log.get(before);
    appended.put(new Name(draft.by(), draft.key()), event);
    return new Outcome.Appended(event);
  }

  /** The room of the message that a draft is about. */
  private FakeRoom source(Draft draft, FakeRoom room) {
    if (draft.change() instanceof Change.Forward forward) {
      FakeRoom source = require(forward.source());
      source.require(draft.by());
      return source;
    }
    return room;
  }

  @Override
  public synchronized CompletableFuture<RoomCreated> create(NewRoom room) {
    return attempt(() -> {
      RoomId there = created.get(new Name(room.by(), room.key()));
      if (there == null && room.kind() == RoomKind.DIRECT) {
        there = direct(people(room));
      }
      return there != null ? new RoomCreated(there, true) : make(room);
    });
  }

  private RoomCreated make(NewRoom room) {
    requireFree(room.alias());
    FakeRoom made = new FakeRoom(room);
    rooms.put(room.id().value(), made);
    created.put(new Name(room.by(), room.key()), room.id());
    Role maker = room.kind() == RoomKind.DIRECT ? Role.MEMBER : Role.OWNER;
    made.add(clock.instant(), room.by(), new Fact.MemberJoined(room.by(), maker));
    room.others()
        .forEach(other ->
            made.add(clock.instant(), room.by(), new Fact.MemberJoined(other, Role.MEMBER)));
    announceAfter(made, 0);
    return new RoomCreated(room.id(), false);
  }

  @Override
  public synchronized Page<DurableEvent> events(RoomId room, long after, int limit) {
    return Pages.first(log(room).stream().filter(event -> event.seq() > after).toList(), limit);
  }

  @Override
  public synchronized Map<RoomId, Long> heads(Collection<RoomId> some) {
    return some.stream()
        .filter(room -> rooms.containsKey(room.value()))
        .collect(Collectors.toMap(room -> room, room -> (long) log(room).size()));
  }

  @Override
  public synchronized MessagePage messages(
      RoomId room, UserId viewer, HistoryWindow window, int limit) {
    return page(room, FakeMessages.page(messages(room), window, limit));
  }

  @Override
  public synchronized MessagePage thread(
      RoomId room, UserId viewer, long root, long after, int limit) {
    List<Message> thread =
        messages(room).stream()
            .filter(message -> message.seq() == root || Long.valueOf(root).equals(message.thread()))
            .filter(message -> message.seq() > after)
            .toList();
    return page(room, Pages.first(thread, limit));
  }

  @Override
  public synchronized MessagePage pins(RoomId room, UserId viewer) {
    List<DurableEvent> log = log(room);
    List<Message> pinned =
        messages(room).stream()
            .filter(message ->
                log.stream()
                    .anyMatch(event -> event.data().equals(new Fact.MessagePinned(message.seq()))))
            .toList();
    return page(room, new Page<>(pinned, false));
  }

  private MessagePage page(RoomId room, Page<Message> page) {
    return new MessagePage(page.items(), page.more(), log(room).size());
  }

  private List<Message> messages(RoomId room) {
    return log(room).stream().<Message>mapMulti(FakeMessages::add).toList();
  }

  private List<DurableEvent> log(RoomId room) {
    FakeRoom found = rooms.get(room.value());
    return found == null ? List.of() : found.log;
  }

  private @Nullable RoomId direct(Set<UserId> people) {
    return rooms.values().stream()
        .filter(room -> room.kind == RoomKind.DIRECT && room.members.keySet().equals(people))
        .map(room -> room.id)
        .findFirst()
        .orElse(null);
  }

  /** The room, or the refusal that a store gives. */
  FakeRoom require(RoomId room) {
    FakeRoom found = rooms.get(room.value());
    if (found == null) {
      throw RoomRules.noSuchRoom();
    }
    return found;
  }

  /** The room, if the user has this permission in it. */
  FakeRoom require(RoomPermission permission, RoomId id, UserId user) {
    FakeRoom room = rooms.get(id.value());
    if (room == null || (room.role(user) == null && room.kind != RoomKind.PUBLIC)) {
      throw RoomRules.noSuchRoom();
    }
    Draft asking = new Draft(id, user, MessageKey.random(), new Change.Leave());
    RoomRules.require(permission, room.standing(asking, room, _ -> true, clock.instant()));
    return room;
  }

  private static Set<UserId> people(NewRoom room) {
    Set<UserId> people = new HashSet<>(room.others());
    people.add(room.by());
    return people;
  }

  private void requireFree(@Nullable String alias) {
    boolean taken =
        alias != null
            && !alias.isEmpty()
            && rooms.values().stream().anyMatch(room -> alias.equals(room.alias));
    if (taken) {
      throw RefusedException.conflict("alias", "This alias is taken: choose another");
    }
  }

  void announceAfter(FakeRoom room, int before) {
    listener.committed(List.copyOf(room.log.subList(before, room.log.size())));
  }

  synchronized <T> CompletableFuture<T> attempt(Supplier<T> change) {
    if (refusal != null) {
      return CompletableFuture.failedFuture(refusal);
    }
    try {
      return CompletableFuture.completedFuture(change.get());
    } catch (RefusedException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
