package im.parley.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.FakeNodeBus;
import im.parley.edge.testing.LineCodec;
import im.parley.edge.testing.NoLeaks;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A room so large that it is written to in slices, and what may happen between two of them. */
@ExtendWith(NoLeaks.class)
class LargeRoomTest {

  private static final int SIZE = 300;

  private final EventLoop loop = new DefaultEventLoop();
  private final FakeLog log = new FakeLog();
  private final LineCodec plain = new LineCodec("");
  private final FanOut fanOut = new FanOut(log, new FakeNodeBus(), new SimpleMeterRegistry());
  private final List<FakeSubscriber> people = new ArrayList<>();
  private final List<Subscription> subscriptions = new ArrayList<>();

  @BeforeEach
  void enter() throws Exception {
    for (int i = 0; i < SIZE; i++) {
      FakeSubscriber person = enter("u" + i);
      assertThat(person.next()).isEqualTo("synced 0");
      people.add(person);
    }
  }

  @AfterEach
  void stopLoop() {
    var _ = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void whatIsAnnouncedBetweenTwoSlicesComesNextForEveryone() throws Exception {
    announceThenBetweenSlices(log.post(), () -> announce(log.post(), log.post()));

    for (FakeSubscriber person : people) {
      assertThat(person.until("3")).containsExactly("1", "2", "3");
    }
  }

  @Test
  void thoseWhoDisconnectBetweenTwoSlicesChangeNothingForTheOthers() throws Exception {
    announceThenBetweenSlices(
        log.post(),
        () -> {
          for (int i = 0; i < SIZE; i += 7) {
            fanOut.unsubscribe(subscriptions.get(i));
          }
        });
    announce(log.post());

    for (int i = 0; i < SIZE; i++) {
      if (i % 7 != 0) {
        assertThat(people.get(i).until("2")).containsExactly("1", "2");
      }
    }
  }

  @Test
  void whoLeavesBetweenTwoSlicesHasGotWhatWasBeforeAndGetsNothingAfter() throws Exception {
    announceThenBetweenSlices(
        log.post(),
        () ->
            announce(log.commit(new Fact.MemberLeft(people.getFirst().user(), LeaveReason.LEFT))));
    announce(log.post());

    assertThat(people.getFirst().until("removed left")).containsExactly("1", "removed left");
    for (FakeSubscriber person : people.subList(1, SIZE)) {
      assertThat(person.until("3")).containsExactly("1", "2", "3");
    }
    assertThat(people.getFirst().hasMore()).isFalse();
  }

  @Test
  void whoComesBetweenTwoSlicesBeginsAtTheirPlace() throws Exception {
    List<FakeSubscriber> late = new ArrayList<>();
    announceThenBetweenSlices(log.post(), () -> late.add(enter("late")));

    assertThat(late.getFirst().until("synced 1")).containsExactly("1", "synced 1");
    announce(log.post());
    assertThat(late.getFirst().next()).isEqualTo("2");
    for (FakeSubscriber person : people) {
      assertThat(person.until("2")).containsExactly("1", "2");
    }
  }

  /** The loop writes the first slice after the tasks that are queued now, and before new ones. */
  private void announceThenBetweenSlices(DurableEvent event, Runnable action) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable between =
        () -> {
          action.run();
          done.complete(null);
        };
    loop.execute(() -> {
      announce(event);
      loop.execute(() -> loop.execute(between));
    });
    done.get(10, TimeUnit.SECONDS);
  }

  private FakeSubscriber enter(String user) {
    FakeSubscriber person = new FakeSubscriber(loop, plain, user);
    List<StartAfter> start = List.of(new StartAfter(FakeLog.ROOM, 0, 0, true));
    var entered = loop.submit(() -> subscriptions.addAll(fanOut.subscribe(person, start)));
    if (!loop.inEventLoop()) {
      entered.syncUninterruptibly();
    }
    return person;
  }

  private void announce(DurableEvent... events) {
    fanOut.deliver(List.of(events));
  }
}
