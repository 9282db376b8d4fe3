package im.parley.core.live;

import static im.parley.core.live.SequencerRig.ADA;
import static im.parley.core.live.SequencerRig.ROOM;
import static im.parley.core.live.SequencerRig.event;
import static im.parley.core.live.SequencerRig.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoomSequencerTest {

  private static final RoomId OTHER = new RoomId("r2");

  private final SequencerRig rig = new SequencerRig();

  @Test
  void whatIsInTheLogAlreadyComesFirst() {
    rig.log.growTo(3);
    rig.sequencer.follow(ROOM, 1);

    rig.runFetches();

    assertThat(rig.out.seqs).containsExactly(2L, 3L);
  }

  @Test
  void inStepEverythingPassesAtOnce() {
    followInStep();

    rig.arrive(1, 2, 3);
    rig.arrive(4);

    assertThat(rig.out.seqs).containsExactly(1L, 2L, 3L, 4L);
    assertThat(rig.fetches).isEmpty();
  }

  @Test
  void repeatsAreDropped() {
    followInStep();

    rig.arrive(1, 1, 2);
    rig.arrive(2, 3, 2, 3);

    assertThat(rig.out.seqs).containsExactly(1L, 2L, 3L);
    assertThat(rig.fetches).isEmpty();
  }

  @Test
  void aGapIsFilledFromTheLogAndWhatCameLaterWaits() {
    followInStep();
    rig.log.growTo(6);

    rig.arrive(1, 4);
    rig.arrive(5);
    assertThat(rig.out.seqs).containsExactly(1L);
    rig.log.readsUpTo(3);
    rig.runFetches();

    assertThat(rig.out.seqs).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void moreThanCanWaitIsReadFromTheLog() {
    followInStep();
    rig.arrive(LongStream.rangeClosed(2, 5000).toArray());
    rig.log.growTo(5000);

    rig.runFetches();

    assertThat(rig.out.seqs).containsExactlyElementsOf(upTo(5000));
  }

  @Test
  void aLogThatCannotBeReadIsReadLater() {
    followInStep();
    rig.log.growTo(2);
    rig.log.broken = true;
    rig.arrive(2);
    rig.runFetches();
    assertThat(rig.out.seqs).isEmpty();
    assertThat(rig.retries).hasSize(1);

    rig.log.broken = false;
    rig.runRetries();

    assertThat(rig.out.seqs).containsExactly(1L, 2L);
  }

  @Test
  void aLogThatLagsBehindTheBusIsReadLater() {
    followInStep();
    rig.arrive(2);
    rig.runFetches();
    assertThat(rig.out.seqs).isEmpty();
    assertThat(rig.retries).hasSize(1);

    rig.log.growTo(2);
    rig.runRetries();

    assertThat(rig.out.seqs).containsExactly(1L, 2L);
    assertThat(rig.retries).isEmpty();
  }

  @Test
  void nothingComesOutOfARoomThatIsNotFollowed() {
    followInStep();
    rig.arrive(2);
    rig.sequencer.unfollow(ROOM);
    rig.log.growTo(2);
    rig.runFetches();
    rig.sequencer.events(List.of(event(ROOM, 1), event(OTHER, 1)));

    assertThat(rig.out.seqs).isEmpty();
  }

  @Test
  void followingAgainBeginsAnew() {
    followInStep();
    rig.sequencer.unfollow(ROOM);
    rig.log.growTo(4);
    rig.sequencer.follow(ROOM, 3);
    rig.runFetches();

    assertThat(rig.out.seqs).containsExactly(4L);
  }

  @Test
  void roomsDoNotWaitForEachOther() {
    followInStep();
    rig.sequencer.follow(OTHER, 0);
    rig.runFetches();

    rig.sequencer.events(List.of(event(ROOM, 2), event(OTHER, 1), event(ROOM, 3), event(OTHER, 2)));

    assertThat(rig.out.rooms).containsExactly(OTHER, OTHER);
  }

  @Test
  void everythingElsePassesThrough() {
    rig.sequencer.signal(ROOM, new Signal.Typing(ADA, true));
    rig.sequencer.notice(ADA, new Notice.SessionEnded(new SessionId("s1")));

    assertThat(rig.out.others).containsExactly("typing in r1", "notice to ada");
  }

  @Test
  void gapsAreFilledWithoutHelp() throws Exception {
    rig.log.growTo(3);
    Queue<Long> delivered = new ConcurrentLinkedQueue<>();
    CountDownLatch all = new CountDownLatch(5);
    NodeListener listener =
        new SequencerRig.Output() {
          @Override
          public void events(List<DurableEvent> events) {
            events.forEach(event -> {
              delivered.add(event.seq());
              all.countDown();
            });
          }
        };
    RoomSequencer onItsOwn = new RoomSequencer(rig.log, listener);

    onItsOwn.follow(ROOM, 0);
    onItsOwn.events(List.of(event(ROOM, 4), event(ROOM, 5)));

    assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(delivered).containsExactlyElementsOf(upTo(5));
  }

  private void followInStep() {
    rig.sequencer.follow(ROOM, 0);
    rig.runFetches();
  }
}
