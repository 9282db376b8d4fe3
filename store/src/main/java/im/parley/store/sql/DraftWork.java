package im.parley.store.sql;

import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.core.log.Restraints;
import im.parley.core.log.RoomRules;
import im.parley.core.log.Standing;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a draft into its room's log: was it done before, may it be done, do it. */
record DraftWork(Draft draft) implements Work<Outcome> {

  @Override
  public LookUp lookUp() {
    return new LookUp(draft.room(), draft.by(), draft.key());
  }

  @Override
  public Outcome run(WriteTransaction transaction) throws SQLException {
    Ledger ledger = new Ledger(transaction);
    DurableEvent first = ledger.find(draft.by(), draft.key());
    if (first != null) {
      return repeated(first);
    }
    LoadedRoom room = transaction.rooms().find(draft.room());
    if (room == null) {
      throw RoomRules.noSuchRoom(draft.change());
    }
    LoadedMember actor = transaction.rooms().member(room, draft.by());
    UserId about = subject();
    LoadedMember subject = about == null ? null : transaction.rooms().member(room, about);
    boolean exists = about == null || subject != null || ledger.exists(about);
    Restraints restraints =
        new MemberWork(transaction, ledger)
            .restraints(room, about == null ? draft.by() : about, actor, subject);
    Standing standing =
        new Standing(
            room.kind,
            roleOf(actor),
            roleOf(subject),
            exists,
            target(transaction, room),
            message(transaction, room, quotedSeq()),
            room.owners,
            room.members,
            restraints);

    return switch (RoomRules.decide(draft.change(), standing)) {
      case UNCHANGED -> new Outcome.Unchanged();
      case APPEND -> append(transaction, ledger, room, actor, subject);
      case APPEND_AND_HAND_ON -> {
        Outcome outcome = append(transaction, ledger, room, actor, subject);
        ledger.handOn(room, draft.by());
        yield outcome;
      }
    };
  }

  /** A key that was used for something else is refused. */
  private Outcome repeated(DurableEvent first) {
    boolean same =
        switch (draft.change()) {
          case Change.Post _ -> isMessage(first.data(), false);
          case Change.Forward _ -> isMessage(first.data(), true);
          case Change.AboutMessage about -> isOf(first.data(), about);
          case Change.Join() -> isJoinOf(first, draft.by());
          case Change.Add(UserId user) -> isJoinOf(first, user);
          case Change.Leave() -> isLeaveOf(first, draft.by());
          case Change.Remove(UserId user) -> isLeaveOf(first, user);
          case Change.Describe _ -> first.data() instanceof Fact.RoomUpdated;
          case Change.Archive() -> first.data() instanceof Fact.RoomArchived;
          case Change.Enter(_) -> isJoinOf(first, draft.by());
          case Change.Regulate regulate -> isChangeOf(first, regulate.user());
          case Change.Ban(UserId user) -> isLeaveOf(first, user);
          case Change.Unban(_) -> false;
        };
    if (!same || !first.room().equals(draft.room())) {
      throw keyOfSomethingElse();
    }
    return new Outcome.Repeated(first);
  }

  /** The refusal for a key under which the sender did something else before. */
  static RefusedException keyOfSomethingElse() {
    return RefusedException.conflict(
        "key", "You have used this key for something else: use a new one");
  }

  /** Whom the change is about, or null when it is about nobody else. */
  private @Nullable UserId subject() {
    return switch (draft.change()) {
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
  }

  private @Nullable Long targetSeq() {
    return switch (draft.change()) {
      case Change.AboutMessage about -> (Long) about.target();
      case Change.Post(_, _, _, var thread, _, _) -> thread == null ? null : (Long) thread.root();
      default -> null;
    };
  }

  private @Nullable Long quotedSeq() {
    return draft.change() instanceof Change.Post(_, _, Long replyTo, _, _, _) ? replyTo : null;
  }

  /** The message that the draft is about; that of a forward is in another room, perhaps. */
  private Standing.@Nullable Target target(WriteTransaction transaction, LoadedRoom room)
      throws SQLException {
    if (draft.change() instanceof Change.Forward(RoomId source, long seq)) {
      return message(transaction, transaction.rooms().seat(source, draft.by()).room(), seq);
    }
    return message(transaction, room, targetSeq());
  }

  private Standing.@Nullable Target message(
      WriteTransaction transaction, LoadedRoom room, @Nullable Long seq) throws SQLException {
    return seq == null ? null : MessageWork.target(transaction, room, draft, seq);
  }

  /** Does what the rules have allowed: who must be a member for it, is one. */
  private Outcome append(
      WriteTransaction transaction,
      Ledger ledger,
      LoadedRoom room,
      @Nullable LoadedMember actor,
      @Nullable LoadedMember subject)
      throws SQLException {
    MemberWork members = new MemberWork(transaction, ledger);
    return switch (draft.change()) {
      case Change.Post post -> new MessageWork(transaction, room, member(actor), draft).post(post);
      case Change.Forward forward ->
          new MessageWork(transaction, room, member(actor), draft).forward(forward);
      case Change.AboutMessage about ->
          new MessageWork(transaction, room, member(actor), draft).change(about);
      case Change.Join() -> letIn(ledger, members, room, draft.by(), "room");
      case Change.Add(UserId user) -> letIn(ledger, members, room, user, "user");
      case Change.Leave() -> letGo(ledger, members, room, member(actor), LeaveReason.LEFT);
      case Change.Remove(_) -> letGo(ledger, members, room, member(subject), LeaveReason.REMOVED);
      case Change.Describe describe -> describe(ledger, room, describe);
      case Change.Archive() -> appended(members.archive(room, draft));
      case Change.Enter(String code) ->
          enter(new InviteWork(transaction), ledger, members, room, code);
      case Change.Regulate regulate ->
          appended(members.regulate(room, member(subject), draft, regulate));
      case Change.Ban(UserId user) -> members.ban(room, subject, draft, user);
      case Change.Unban(UserId user) -> members.unban(room, user);
    };
  }

  /** Lets somebody in by a code; both are checked before anything is written. */
  private Outcome enter(
      InviteWork invites, Ledger ledger, MemberWork members, LoadedRoom room, String code)
      throws SQLException {
    invites.requireLive(room, code);
    Outcome outcome = letIn(ledger, members, room, draft.by(), "code");
    invites.use(code);
    return outcome;
  }

  private Outcome letIn(
      Ledger ledger, MemberWork members, LoadedRoom room, UserId user, String field)
      throws SQLException {
    ledger.requirePlaceFor(user, field);
    Role role = RoomRules.newcomer(room.members);
    DurableEvent event = ledger.letIn(room, user, role, draft.by(), draft.key());
    members.restore(room, user);
    return appended(event);
  }

  private Outcome letGo(
      Ledger ledger, MemberWork members, LoadedRoom room, LoadedMember member, LeaveReason reason)
      throws SQLException {
    members.keep(room, member);
    return appended(ledger.letGo(room, member, reason, draft.by(), draft.key()));
  }

  private Outcome describe(Ledger ledger, LoadedRoom room, Change.Describe wanted)
      throws SQLException {
    Fact.RoomUpdated update = ledger.difference(room, wanted);
    if (update.equals(new Fact.RoomUpdated(null, null, null, null, null))) {
      return new Outcome.Unchanged();
    }
    if (update.alias() != null) {
      ledger.requireFreeAlias(update.alias());
    }
    return appended(ledger.describe(room, draft.by(), draft.key(), update));
  }

  private static Outcome appended(DurableEvent event) {
    return new Outcome.Appended(event);
  }

  private static boolean isMessage(Fact first, boolean forwarded) {
    return first instanceof Fact.MessagePosted posted && (posted.forwarded() != null) == forwarded;
  }

  private static boolean isOf(Fact first, Change.AboutMessage change) {
    return switch (change) {
      case Change.Edit edit ->
          first instanceof Fact.MessageEdited(long target, _, _) && target == edit.target();
      case Change.Delete delete -> first.equals(new Fact.MessageDeleted(delete.target()));
      case Change.React(long target, String emoji) ->
          first.equals(new Fact.ReactionAdded(target, emoji));
      case Change.Unreact(long target, String emoji) ->
          first.equals(new Fact.ReactionRemoved(target, emoji));
      case Change.Vote(long target, List<Integer> options) ->
          first instanceof Fact.PollVoted voted
              && voted.target() == target
              && voted.options().equals(options);
      case Change.ClosePoll(long target) -> first.equals(new Fact.PollClosed(target));
      case Change.Pin(long target) -> first.equals(new Fact.MessagePinned(target));
      case Change.Unpin(long target) -> first.equals(new Fact.MessageUnpinned(target));
    };
  }

  private static boolean isJoinOf(DurableEvent first, UserId user) {
    return first.data() instanceof Fact.MemberJoined joined && joined.user().equals(user);
  }

  private static boolean isLeaveOf(DurableEvent first, UserId user) {
    return first.data() instanceof Fact.MemberLeft left && left.user().equals(user);
  }

  private static boolean isChangeOf(DurableEvent first, UserId user) {
    return first.data() instanceof Fact.MemberChanged changed && changed.user().equals(user);
  }

  private static @Nullable Role roleOf(@Nullable LoadedMember member) {
    return member == null ? null : member.role;
  }

  private static LoadedMember member(@Nullable LoadedMember member) {
    return Objects.requireNonNull(member, "the rules let only members do this");
  }
}
