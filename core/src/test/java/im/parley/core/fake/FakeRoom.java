package im.parley.core.fake;

import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Restraints;
import im.parley.core.log.RoomRules;
import im.parley.core.log.Standing;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.Forwarded;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One room: its log, and what follows from it. Guarded by its chat. */
final class FakeRoom {

  final RoomId id;
  final RoomKind kind;
  String name;
  @Nullable String alias;
  @Nullable String topic;

  /** In the order in which they joined. */
  final Map<UserId, Membership> members = new LinkedHashMap<>();

  final List<DurableEvent> log = new ArrayList<>();
  long messages;

  final Map<UserId, Ban> bans = new TreeMap<>(Comparator.comparing(UserId::value));
  final Map<UserId, Instant> mutes = new HashMap<>();
  int slowModeSeconds;
  int expireSeconds;

  /** By writer, then thread; 0 for the room itself. */
  final Map<UserId, Map<Long, im.parley.protocol.view.Draft>> drafts = new HashMap<>();

  boolean archived;

  FakeRoom(NewRoom room) {
    this.id = room.id();
    this.kind = room.kind();
    this.name = room.name();
    this.alias = room.alias();
    this.topic = room.topic();
  }

  /** Somebody in the room, and how far they have read. */
  record Membership(
      Role role, Instant joinedAt, long read, long delivered, NotifyLevel notifyLevel) {

    Membership as(Role other) {
      return new Membership(other, joinedAt, read, delivered, notifyLevel);
    }

    Membership readTo(long seq) {
      return new Membership(role, joinedAt, seq, Math.max(seq, delivered), notifyLevel);
    }

    Membership deliveredTo(long seq) {
      return new Membership(role, joinedAt, read, seq, notifyLevel);
    }

    Membership notifiedOf(NotifyLevel level) {
      return new Membership(role, joinedAt, read, delivered, level);
    }
  }

  /** Who may not come back, and since when. */
  record Ban(UserId by, Instant at) {}

  /**
   * How things stand for a draft.
   *
   * @param source the room of the message that it is about
   */
  Standing standing(Draft draft, FakeRoom source, Predicate<UserId> exists, Instant now) {
    UserId subject =
        switch (draft.change()) {
          case Change.Add(UserId user) -> user;
          case Change.Remove(UserId user) -> user;
          case Change.Post _,
              Change.Forward _,
              Change.AboutMessage _,
              Change.Join _,
              Change.Leave _,
              Change.Describe _ ->
              null;
          case Change.Regulate regulate -> regulate.user();
          case Change.Ban(UserId user) -> user;
          case Change.Unban(UserId user) -> user;
          case Change.Archive _, Change.Enter _ -> null;
        };
    return new Standing(
        kind,
        role(draft.by()),
        subject == null ? null : role(subject),
        subject == null || exists.test(subject),
        source.target(draft),
        draft.change() instanceof Change.Post post && post.replyTo() != null
            ? target(draft.by(), post.replyTo())
            : null,
        members.values().stream().filter(member -> member.role() == Role.OWNER).count(),
        members.size(),
        restraints(draft.by(), subject, now));
  }

  private Restraints restraints(UserId actor, @Nullable UserId subject, Instant now) {
    return new Restraints(
        now,
        archived,
        bans.containsKey(subject == null ? actor : subject),
        new Restraints.Mutes(
            mutes.getOrDefault(actor, Instant.EPOCH),
            subject == null ? Instant.EPOCH : mutes.getOrDefault(subject, Instant.EPOCH)),
        Duration.ofSeconds(slowModeSeconds),
        lastPost(actor));
  }

  private @Nullable Instant lastPost(UserId user) {
    return log.reversed().stream()
        .filter(event -> event.by().equals(user) && event.data() instanceof Fact.MessagePosted)
        .map(DurableEvent::at)
        .findFirst()
        .orElse(null);
  }

  private Standing.@Nullable Target target(Draft draft) {
    return switch (draft.change()) {
      case Change.AboutMessage about -> target(draft.by(), about.target());
      case Change.Forward forward -> target(draft.by(), forward.seq());
      case Change.Post post when post.thread() != null -> target(draft.by(), post.thread().root());
      default -> null;
    };
  }

  private Standing.@Nullable Target target(UserId by, long seq) {
    return log.stream()
        .filter(event -> event.seq() == seq && event.data() instanceof Fact.MessagePosted)
        .map(event ->
            new Standing.Target(
                event.by().equals(by),
                isDeleted(seq),
                ((Fact.MessagePosted) event.data()).thread() != null,
                ((Fact.MessagePosted) event.data()).forwarded() != null,
                voting(seq, ((Fact.MessagePosted) event.data()).poll())))
        .findFirst()
        .orElse(null);
  }

  boolean isDeleted(long seq) {
    return log.stream()
        .anyMatch(e -> e.data() instanceof Fact.MessageDeleted(long target, _) && target == seq);
  }

  private Standing.@Nullable Voting voting(long seq, @Nullable Ballot ballot) {
    return ballot == null
        ? null
        : new Standing.Voting(
            ballot.options().size(),
            Boolean.TRUE.equals(ballot.multiple()),
            log.stream().anyMatch(e -> e.data().equals(new Fact.PollClosed(seq))));
  }

  /** Puts a change that is allowed into the log. */
  void append(Draft draft, FakeRoom source, Standing standing, Instant at) {
    UserId by = draft.by();
    switch (draft.change()) {
      case Change.Post post -> {
        Long root = post.thread() == null ? null : (Long) post.thread().root();
        add(
            at,
            by,
            new Fact.MessagePosted(
                post.text(),
                messages + 1,
                draft.key(),
                post.replyTo(),
                root,
                null,
                null,
                null,
                null,
                post.poll(),
                end(at)));
        members.computeIfPresent(by, (_, member) -> member.readTo(head()));
      }
      case Change.Forward forward -> {
        DurableEvent original = source.log.get((int) forward.seq() - 1);
        Fact.MessagePosted said = (Fact.MessagePosted) original.data();
        Forwarded origin =
            said.forwarded() != null
                ? said.forwarded()
                : new Forwarded(source.id, original.seq(), original.by(), original.at());
        add(
            at,
            by,
            new Fact.MessagePosted(
                said.text(),
                messages + 1,
                draft.key(),
                null,
                null,
                null,
                null,
                null,
                origin,
                null,
                end(at)));
        members.computeIfPresent(by, (_, member) -> member.readTo(head()));
      }
      case Change.Edit(long target, String text, _) ->
          add(at, by, new Fact.MessageEdited(target, text, null));
      case Change.Delete(long target) -> add(at, by, new Fact.MessageDeleted(target));
      case Change.React(long target, String emoji) ->
          add(at, by, new Fact.ReactionAdded(target, emoji));
      case Change.Unreact(long target, String emoji) ->
          add(at, by, new Fact.ReactionRemoved(target, emoji));
      case Change.Vote(long target, var options) ->
          add(at, by, new Fact.PollVoted(target, options, null));
      case Change.ClosePoll(long target) -> add(at, by, new Fact.PollClosed(target));
      case Change.Pin(long target) -> add(at, by, new Fact.MessagePinned(target));
      case Change.Unpin(long target) -> add(at, by, new Fact.MessageUnpinned(target));
      case Change.Join() ->
          add(at, by, new Fact.MemberJoined(by, RoomRules.newcomer(standing.members())));
      case Change.Add(UserId user) -> add(at, by, new Fact.MemberJoined(user, Role.MEMBER));
      case Change.Leave() -> add(at, by, new Fact.MemberLeft(by, LeaveReason.LEFT));
      case Change.Remove(UserId user) ->
          add(at, by, new Fact.MemberLeft(user, LeaveReason.REMOVED));
      case Change.Describe(var newName, var newAlias, var newTopic, var slowMode, var life) ->
          add(at, by, new Fact.RoomUpdated(newName, newAlias, newTopic, slowMode, life));
      case Change.Archive() -> add(at, by, new Fact.RoomArchived());
      case Change.Enter(_) ->
          add(at, by, new Fact.MemberJoined(by, RoomRules.newcomer(standing.members())));
      case Change.Regulate(UserId user, var role, var until) ->
          add(at, by, new Fact.MemberChanged(user, role, until));
      case Change.Ban(UserId user) -> {
        bans.put(user, new Ban(by, at));
        if (members.containsKey(user)) {
          add(at, by, new Fact.MemberLeft(user, LeaveReason.BANNED));
        }
      }
      case Change.Unban(UserId user) -> bans.remove(user);
    }
  }

  private @Nullable Instant end(Instant at) {
    return expireSeconds == 0 ? null : at.plusSeconds(expireSeconds);
  }

  /** Makes the member of the highest role who has been there longest the owner. */
  void handOn(UserId by, Instant at) {
    members.entrySet().stream()
        .min(Comparator.comparing(entry -> entry.getValue().role()))
        .ifPresent(heir -> add(at, by, new Fact.MemberChanged(heir.getKey(), Role.OWNER, null)));
  }

  /** Adds a fact, and lets the room follow from it. */
  void add(Instant at, UserId by, Fact fact) {
    log.add(new DurableEvent(id, head() + 1, at, by, fact));
    switch (fact) {
      case Fact.MessagePosted posted -> messages = posted.number();
      case Fact.MemberJoined(UserId user, Role role) ->
          members.put(user, new Membership(role, at, head(), head(), NotifyLevel.ALL));
      case Fact.MemberLeft(UserId user, LeaveReason _) -> {
        members.remove(user);
        drafts.remove(user);
      }
      case Fact.MemberChanged(UserId user, Role role, Instant until) -> {
        if (until != null) {
          mutes.put(user, until);
        }
        if (role != null) {
          members.computeIfPresent(user, (_, member) -> member.as(role));
        }
      }
      case Fact.RoomUpdated updated -> describe(updated);
      case Fact.MessageEdited _,
          Fact.MessageDeleted _,
          Fact.ReactionAdded _,
          Fact.ReactionRemoved _,
          Fact.PollVoted _,
          Fact.PollClosed _,
          Fact.MessagePinned _,
          Fact.MessageUnpinned _ -> {}
      case Fact.RoomArchived() -> archived = true;
    }
  }

  long head() {
    return log.size();
  }

  @Nullable Role role(UserId user) {
    Membership member = members.get(user);
    return member == null ? null : member.role();
  }

  /** The member, or the refusal that a store gives. */
  Membership require(UserId user) {
    Membership member = members.get(user);
    if (member == null) {
      throw kind == RoomKind.PUBLIC ? RoomRules.joinFirst() : RoomRules.noSuchRoom();
    }
    return member;
  }

  /** How many messages came after this seq. */
  long messagesAfter(long seq) {
    return log.stream()
        .filter(event -> event.seq() > seq && event.data() instanceof Fact.MessagePosted)
        .count();
  }

  private void describe(Fact.RoomUpdated updated) {
    name = updated.name() == null ? name : updated.name();
    alias = changed(alias, updated.alias());
    topic = changed(topic, updated.topic());
    slowModeSeconds =
        updated.slowModeSeconds() == null ? slowModeSeconds : updated.slowModeSeconds();
    expireSeconds = updated.expireSeconds() == null ? expireSeconds : updated.expireSeconds();
  }

  private static @Nullable String changed(@Nullable String old, @Nullable String now) {
    if (now == null) {
      return old;
    }
    return now.isEmpty() ? null : now;
  }
}
