package im.parley.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.FakeNodeBus;
import im.parley.edge.testing.LineCodec;
import im.parley.edge.testing.NoLeaks;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoLeaks.class)
class FanOutTest {

  private final EventLoop loop = new DefaultEventLoop();
  private final FakeLog log = new FakeLog();
  private final LineCodec plain = new LineCodec("");
  private final LineCodec other = new LineCodec("other ");
  private final FanOut fanOut = new FanOut(log, new FakeNodeBus(), new SimpleMeterRegistry());

  @AfterEach
  void stopLoop() {
    var _ = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void liveEventsReachEveryoneInTheRoomInOrder() throws Exception {
    FakeSubscriber ada = arrive("ada", 0, true);
    FakeSubscriber ben = arrive("ben", 0, true);
    assertThat(ada.next()).isEqualTo("synced 0");
    assertThat(ben.next()).isEqualTo("synced 0");

    announce(log.post(), log.post());
    announce(log.post());

    assertThat(ada.until("3")).containsExactly("1", "2", "3");
    assertThat(ben.until("3")).containsExactly("1", "2", "3");
  }

  @Test
  void whoComesBackGetsWhatWasMissedThenHearsOfTheEnd() throws Exception {
    for (int i = 0; i < 700; i++) {
      log.post();
    }
    FakeSubscriber ada = arrive("ada", 100, true);

    assertThat(ada.until("synced 700"))
        .containsExactlyElementsOf(seqs(101, 700).append("synced 700"));
    announce(log.post());
    assertThat(ada.next()).isEqualTo("701");
  }

  @Test
  void aRepeatedEventIsDroppedEvenBeforeTheFirstIsThere() throws Exception {
    DurableEvent first = log.post();
    FakeSubscriber ada = arrive("ada", 0, true);
    assertThat(ada.until("synced 1")).containsExactly("1", "synced 1");

    announce(first);
    announce(log.post());

    assertThat(ada.next()).isEqualTo("2");
  }

  @Test
  void whoeverComesInTheMiddleOfAStreamMissesAndRepeatsNothing() throws Exception {
    int total = 3000;
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              for (int i = 0; i < total; i++) {
                announce(log.post());
              }
            });
    List<FakeSubscriber> arrived = new ArrayList<>();
    List<Long> starts = new ArrayList<>();
    while (writer.isAlive()) {
      long after = ThreadLocalRandom.current().nextLong(log.head() + 1);
      starts.add(after);
      LineCodec format = arrived.size() % 2 == 0 ? plain : other;
      FakeSubscriber next = new FakeSubscriber(loop, format, "u" + arrived.size());
      subscribe(next, after, false);
      arrived.add(next);
      Thread.onSpinWait();
      if (arrived.size() > 500) {
        writer.join();
      }
    }

    // Those who start at the end get nothing until something happens.
    for (int i = 0; i < arrived.size(); i++) {
      if (starts.get(i) < total) {
        assertThat(arrived.get(i).until(Long.toString(total)))
            .containsExactlyElementsOf(seqs(starts.get(i) + 1, total));
      }
    }
    announce(log.post());
    for (FakeSubscriber subscriber : arrived) {
      assertThat(subscriber.next()).isEqualTo(Long.toString(total + 1));
    }
  }

  @Test
  void whatHappensWhileTheLogIsReadIsReadAsWell() throws Exception {
    log.afterNextRead.set(() -> announce(log.post(), log.post()));

    FakeSubscriber ada = arrive("ada", 0, true);

    assertThat(ada.until("synced 2")).containsExactly("1", "2", "synced 2");
  }

  @Test
  void nothingAfterLeavingReachesWhoLeft() throws Exception {
    FakeSubscriber ada = arrive("ada", 0, true);
    FakeSubscriber ben = arrive("ben", 0, true);
    assertThat(ada.next()).isEqualTo("synced 0");
    assertThat(ben.next()).isEqualTo("synced 0");

    announce(log.post(), log.commit(new Fact.MemberLeft(ada.user(), LeaveReason.LEFT)), log.post());

    assertThat(ben.until("3")).containsExactly("1", "2", "3");
    assertThat(ada.until("removed left")).containsExactly("1", "removed left");
    assertThat(ada.hasMore()).isFalse();
  }

  @Test
  void readingTheLogStopsAtOnesOwnDeparture() throws Exception {
    log.post();
    log.commit(new Fact.MemberLeft(new UserId("ada"), LeaveReason.REMOVED));
    log.post();

    FakeSubscriber ada = arrive("ada", 0, true);
    assertThat(ada.until("removed removed")).containsExactly("1", "removed removed");

    FakeSubscriber ben = arrive("ben", 3, true);
    assertThat(ben.next()).isEqualTo("synced 3");
    announce(log.post());
    assertThat(ben.next()).isEqualTo("4");
    assertThat(ada.hasMore()).isFalse();
  }

  @Test
  void aDepartureFromBeforeTheUserCameBackIsHistory() throws Exception {
    log.post();
    DurableEvent left = log.commit(new Fact.MemberLeft(new UserId("ada"), LeaveReason.REMOVED));
    DurableEvent back = log.commit(new Fact.MemberJoined(new UserId("ada"), Role.MEMBER));

    FakeSubscriber ada = arrive(new StartAfter(FakeLog.ROOM, 0, log.head(), true), "ada");
    assertThat(ada.until("synced 3")).containsExactly("1", "2", "3", "synced 3");
    announce(left, back, log.post());
    assertThat(ada.next()).isEqualTo("4");
  }

  @Test
  void aReaderThatIsTooSlowIsClosedAndTheOthersNoticeNothing() throws Exception {
    FakeSubscriber slow = arrive("slow", 0, true);
    FakeSubscriber ben = arrive("ben", 0, true);
    assertThat(slow.next()).isEqualTo("synced 0");
    assertThat(ben.next()).isEqualTo("synced 0");

    slow.pendingBytes = 1024 * 1024 + 1;
    announce(log.post());

    assertThat(slow.next()).isEqualTo("closed 4002");
    assertThat(ben.next()).isEqualTo("1");
  }

  @Test
  void whoIsLetInWhileTheLastOtherIsSentAwayStaysInTheRoom() throws Exception {
    FakeSubscriber slow = new FakeSubscriber(loop, plain, "slow");
    StartAfter fromTheStart = new StartAfter(FakeLog.ROOM, 0, 0, true);
    Subscription only =
        loop.submit(() -> fanOut.subscribe(slow, List.of(fromTheStart)).getFirst())
            .syncUninterruptibly()
            .getNow();
    assertThat(slow.next()).isEqualTo("synced 0");
    slow.whenClosed = () -> fanOut.unsubscribe(only);
    slow.pendingBytes = 1024 * 1024 + 1;

    // In one turn: an event is gathered, then someone comes who has it already.
    FakeSubscriber ben = new FakeSubscriber(loop, plain, "ben");
    StartAfter one = new StartAfter(FakeLog.ROOM, 1, 1, true);
    loop.submit(
            () -> {
              announce(log.post());
              loop.execute(() -> fanOut.subscribe(ben, List.of(one)));
            })
        .syncUninterruptibly();
    assertThat(slow.next()).isEqualTo("closed 4002");
    assertThat(ben.next()).isEqualTo("synced 1");
    announce(log.post());

    assertThat(ben.next()).isEqualTo("2");
  }

  @Test
  void typingIsSparedWhoIsBehind() throws Exception {
    FakeSubscriber behind = arrive("behind", 0, true);
    FakeSubscriber ben = arrive("ben", 0, true);
    assertThat(behind.next()).isEqualTo("synced 0");
    assertThat(ben.next()).isEqualTo("synced 0");

    behind.pendingBytes = 100_000;
    fanOut.signal(FakeLog.ROOM, new Signal.Typing(ben.user(), true));
    assertThat(ben.next()).contains("\"type\":\"typing\"");
    announce(log.post());

    assertThat(behind.next()).isEqualTo("1");
  }

  @Test
  void readersOfTwoFormatsGetTheSameEachInItsOwn() throws Exception {
    FakeSubscriber ada = arrive("ada", 0, true);
    FakeSubscriber ben = new FakeSubscriber(loop, other, "ben");
    subscribe(ben, 0, true);
    assertThat(ada.next()).isEqualTo("synced 0");
    assertThat(ben.next()).isEqualTo("synced 0");

    fanOut.signal(FakeLog.ROOM, new Signal.Typing(ben.user(), true));
    assertThat(ada.next()).startsWith("{\"type\":\"typing\"");
    assertThat(ben.next()).startsWith("other {\"type\":\"typing\"");
    announce(log.post(), log.post());
    announce(log.post());

    assertThat(ada.until("3")).containsExactly("1", "2", "3");
    assertThat(ben.until("3")).containsExactly("1", "2", "3");
  }

  @Test
  void anEventIsEncodedOnceForEachFormatHoweverManyReadItOnHoweverManyLoops() throws Exception {
    EventLoop second = new DefaultEventLoop();
    List<FakeSubscriber> readers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      FakeSubscriber reader =
          new FakeSubscriber(i % 2 == 0 ? loop : second, i % 3 == 0 ? other : plain, "u" + i);
      readers.add(reader);
      subscribe(reader, 0, true);
      assertThat(reader.next()).isEqualTo("synced 0");
    }
    for (int i = 0; i < 50; i++) {
      announce(log.post());
    }
    for (FakeSubscriber reader : readers) {
      assertThat(reader.until("50")).containsExactlyElementsOf(seqs(1, 50));
    }
    assertThat(plain.events()).isEqualTo(50);
    assertThat(other.events()).isEqualTo(50);
    assertThat(plain.readers()).isEqualTo(8);
    assertThat(other.readers()).isEqualTo(4);
    var _ = second.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void nothingIsEncodedInAFormatThatNobodyReads() throws Exception {
    FakeSubscriber ada = arrive("ada", 0, true);
    FakeSubscriber ben = new FakeSubscriber(loop, other, "ben");
    Subscription bens = subscribe(ben, 0, true);
    assertThat(ada.next()).isEqualTo("synced 0");
    announce(log.post());
    assertThat(ada.next()).isEqualTo("1");
    loop.submit(() -> fanOut.unsubscribe(bens)).syncUninterruptibly();

    announce(log.post());

    assertThat(ada.next()).isEqualTo("2");
    assertThat(plain.events()).isEqualTo(2);
    assertThat(other.events()).isEqualTo(1);
  }

  @Test
  void whatWasMissedComesInTheFormatOfWhoComesBack() throws Exception {
    FakeSubscriber ada = arrive("ada", 0, true);
    assertThat(ada.next()).isEqualTo("synced 0");
    for (int i = 0; i < 300; i++) {
      announce(log.post());
    }
    assertThat(ada.until("300")).hasSize(300);

    FakeSubscriber ben = new FakeSubscriber(loop, other, "ben");
    subscribe(ben, 290, true); // from the room's tail
    FakeSubscriber cleo = new FakeSubscriber(loop, other, "cleo");
    subscribe(cleo, 0, true); // from the log

    assertThat(ben.until("synced 300"))
        .containsExactlyElementsOf(seqs(291, 300).append("synced 300"));
    assertThat(cleo.until("synced 300"))
        .containsExactlyElementsOf(seqs(1, 300).append("synced 300"));
    assertThat(other.events()).isEqualTo(310);
    assertThat(other.readers()).isEqualTo(1);
    assertThat(plain.events()).isEqualTo(300);
  }

  private FakeSubscriber arrive(String user, long after, boolean announced) {
    return arrive(new StartAfter(FakeLog.ROOM, after, after, announced), user);
  }

  private FakeSubscriber arrive(StartAfter start, String user) {
    FakeSubscriber subscriber = new FakeSubscriber(loop, plain, user);
    loop.submit(() -> fanOut.subscribe(subscriber, List.of(start))).syncUninterruptibly();
    return subscriber;
  }

  private Subscription subscribe(FakeSubscriber subscriber, long after, boolean announced) {
    StartAfter start = new StartAfter(FakeLog.ROOM, after, after, announced);
    return subscriber
        .eventLoop()
        .submit(() -> fanOut.subscribe(subscriber, List.of(start)).getFirst())
        .syncUninterruptibly()
        .getNow();
  }

  private void announce(DurableEvent... events) {
    fanOut.deliver(List.of(events));
  }

  private static Seqs seqs(long from, long to) {
    Seqs seqs = new Seqs();
    LongStream.rangeClosed(from, to).forEach(seq -> seqs.add(Long.toString(seq)));
    return seqs;
  }

  /** The seqs of a stretch, as words. */
  private static final class Seqs extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Seqs append(String word) {
      add(word);
      return this;
    }
  }
}
