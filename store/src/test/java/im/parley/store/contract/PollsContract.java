package im.parley.store.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.Mentions;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ballot;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.Poll;
import im.parley.protocol.view.PollOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of polls: votes, what they replace, the end, and deletion. */
public abstract class PollsContract extends StoreContract {

  private static final Ballot ONE = new Ballot(List.of("Mill", "Store", "Loom"), null);
  private static final Ballot SEVERAL = new Ballot(List.of("Mill", "Store", "Loom"), true);

  private UserId ada;
  private UserId bob;
  private RoomId room;

  @BeforeEach
  void meet() {
    ada = register("ada");
    bob = register("bob");
    room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
  }

  @Test
  void aPollIsInTheLogAndInTheView() {
    DurableEvent asked = ask(ONE);

    assertThat(((Fact.MessagePosted) asked.data()).poll()).isEqualTo(ONE);
    assertThat(log(room)).last().isEqualTo(asked);
    assertThat(pollFor(bob, asked.seq())).isEqualTo(poll(false, null, 0, NONE, NONE, NONE));
    long plain = post(room, ada, "plain").seq();
    assertThat(read(ada, plain).poll()).isNull();
  }

  @Test
  void aVoteReplacesTheVotersEarlierOneAndSaysSo() {
    long target = ask(ONE).seq();
    DurableEvent first = change(bob, new Change.Vote(target, List.of(0)));
    change(ada, new Change.Vote(target, List.of(1)));
    DurableEvent second = change(bob, new Change.Vote(target, List.of(1)));

    assertThat(first.by()).isEqualTo(bob);
    assertThat(first.data()).isEqualTo(new Fact.PollVoted(target, List.of(0), null));
    assertThat(second.data()).isEqualTo(new Fact.PollVoted(target, List.of(1), List.of(0)));
    assertThat(log(room)).contains(first).last().isEqualTo(second);
    assertThat(append(room, bob, new Change.Vote(target, List.of(1))))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(pollFor(ada, target))
        .isEqualTo(poll(false, null, 2, NONE, new Tally(2, true), NONE));

    DurableEvent back = change(bob, new Change.Vote(target, List.of()));
    assertThat(back.data()).isEqualTo(new Fact.PollVoted(target, List.of(), List.of(1)));
    assertThat(append(room, bob, new Change.Vote(target, List.of())))
        .isEqualTo(new Outcome.Unchanged());
    assertThat(pollFor(bob, target))
        .isEqualTo(poll(false, null, 1, NONE, new Tally(1, false), NONE));
  }

  @Test
  void severalOptionsAreOneVoter() {
    long target = ask(SEVERAL).seq();
    change(bob, new Change.Vote(target, List.of(0, 2)));
    change(ada, new Change.Vote(target, List.of(2)));

    assertThat(pollFor(bob, target))
        .isEqualTo(poll(true, null, 2, new Tally(1, true), NONE, new Tally(2, true)));
    DurableEvent other = change(bob, new Change.Vote(target, List.of(1, 2)));
    assertThat(other.data()).isEqualTo(new Fact.PollVoted(target, List.of(1, 2), List.of(0, 2)));
    assertThat(pollFor(ada, target))
        .isEqualTo(poll(true, null, 2, NONE, new Tally(1, false), new Tally(2, true)));
  }

  @Test
  void aPollTakesOnlyTheVotesThatItAsksFor() {
    long target = ask(ONE).seq();
    long plain = post(room, ada, "plain").seq();

    assertRefused(() -> vote(bob, target, 0, 1), ErrorCode.BAD_REQUEST, "options");
    assertRefused(() -> vote(bob, target, 3), ErrorCode.BAD_REQUEST, "options");
    assertRefused(() -> vote(bob, plain, 0), ErrorCode.BAD_REQUEST, "target");
    assertRefused(() -> vote(bob, 99, 0), ErrorCode.NOT_FOUND, "target");
    assertThat(pollFor(bob, target).voters()).isZero();
  }

  @Test
  void aPollThatHasEndedKeepsItsVotes() {
    long target = ask(ONE).seq();
    change(bob, new Change.Vote(target, List.of(2)));

    assertRefused(() -> append(room, bob, new Change.ClosePoll(target)), ErrorCode.FORBIDDEN);
    DurableEvent closed = change(ada, new Change.ClosePoll(target));
    assertThat(closed.data()).isEqualTo(new Fact.PollClosed(target));
    assertThat(log(room)).last().isEqualTo(closed);
    assertThat(append(room, ada, new Change.ClosePoll(target))).isEqualTo(new Outcome.Unchanged());
    assertRefused(() -> vote(bob, target, 0), ErrorCode.CONFLICT, "target");
    assertRefused(() -> vote(bob, target), ErrorCode.CONFLICT, "target");
    assertThat(pollFor(bob, target))
        .isEqualTo(poll(false, true, 1, NONE, NONE, new Tally(1, true)));
  }

  @Test
  void theSameKeyVotesOnceAndAKeyNamesOneVote() {
    long target = ask(ONE).seq();
    Outcome first = append(room, bob, "k1", new Change.Vote(target, List.of(0)));
    change(bob, new Change.Vote(target, List.of(1)));
    Outcome again = append(room, bob, "k1", new Change.Vote(target, List.of(0)));

    assertThat(again).isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).event()));
    assertThat(pollFor(bob, target).options().get(1).mine()).isTrue();
    assertRefused(
        () -> append(room, bob, "k1", new Change.Vote(target, List.of(2))),
        ErrorCode.CONFLICT,
        "key");
    assertRefused(
        () -> append(room, bob, "k1", new Change.ClosePoll(target)), ErrorCode.CONFLICT, "key");
  }

  @Test
  void anEditLeavesThePollAsItIs() {
    long target = ask(ONE).seq();
    change(bob, new Change.Vote(target, List.of(0)));
    change(ada, new Change.Edit(target, "Where, then?", Mentions.NONE));

    assertThat(read(bob, target).text()).isEqualTo("Where, then?");
    assertThat(pollFor(bob, target))
        .isEqualTo(poll(false, null, 1, new Tally(1, true), NONE, NONE));
  }

  @Test
  void aDeletedMessageLosesItsPoll() {
    long target = ask(ONE).seq();
    change(bob, new Change.Vote(target, List.of(0)));
    change(ada, new Change.Delete(target));

    assertThat(read(bob, target).poll()).isNull();
    assertThat(log(room).toString()).doesNotContain("Mill");
    assertRefused(() -> vote(bob, target, 0), ErrorCode.NOT_FOUND, "target");
    assertRefused(
        () -> append(room, ada, new Change.ClosePoll(target)), ErrorCode.NOT_FOUND, "target");
  }

  @Test
  void aForwardIsTheQuestionWithoutThePoll() {
    long target = ask(ONE).seq();
    long forward = change(bob, new Change.Forward(room, target)).seq();

    assertThat(read(bob, forward).text()).isEqualTo("Where?");
    assertThat(read(bob, forward).poll()).isNull();
    assertRefused(() -> vote(bob, forward, 0), ErrorCode.BAD_REQUEST, "target");
  }

  private static final Tally NONE = new Tally(0, false);

  private record Tally(long votes, boolean mine) {}

  private static Poll poll(
      boolean multiple,
      @Nullable Boolean closed,
      long voters,
      Tally mill,
      Tally stores,
      Tally loom) {
    return new Poll(
        List.of(
            new PollOption("Mill", mill.votes, mill.mine),
            new PollOption("Store", stores.votes, stores.mine),
            new PollOption("Loom", loom.votes, loom.mine)),
        multiple,
        closed,
        voters);
  }

  private DurableEvent ask(Ballot ballot) {
    return change(ada, new Change.Post("Where?", Mentions.NONE, null, null, List.of(), ballot));
  }

  private Outcome vote(UserId by, long target, Integer... options) {
    return append(room, by, new Change.Vote(target, List.of(options)));
  }

  private DurableEvent change(UserId by, Change change) {
    return ((Outcome.Appended) append(room, by, change)).event();
  }

  private Poll pollFor(UserId viewer, long seq) {
    return requireNonNull(read(viewer, seq).poll());
  }

  private Message read(UserId viewer, long seq) {
    HistoryWindow there = new HistoryWindow.Around(seq);
    return store.ports().log().messages(room, viewer, there, 1).items().getFirst();
  }
}
