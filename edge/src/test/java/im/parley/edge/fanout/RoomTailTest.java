package im.parley.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.LineCodec;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoomTailTest {

  private static final long BUDGET = 10_000;

  private final FakeLog log = new FakeLog();
  private final AtomicLong budget = new AtomicLong(BUDGET);
  private final RoomTail tail = new RoomTail(budget, CompletableFuture.completedFuture(null));
  private final LineCodec plain = new LineCodec("");
  private final LineCodec longer = new LineCodec("longer ");

  @Test
  void everyEncodingOfAnEventIsCountedUntilItIsForgotten() {
    DurableEvent event = log.post();
    int once = plain.event(event, 1).length;
    tail.append(Frame.of(event, read(plain)));
    assertThat(budget).hasValue(BUDGET - once);

    tail.append(Frame.of(log.post(), read(plain, longer)));
    assertThat(budget).hasValue(BUDGET - once - once - (once + "longer ".length()));

    tail.forget();
    assertThat(budget).hasValue(BUDGET);
  }

  @Test
  void whatIsTheSameInTwoFormatsIsCountedOnce() {
    LineCodec same = new LineCodec("");
    Frame frame = Frame.of(log.post(), read(plain, longer, same));
    assertThat(frame.bytes(same)).isSameAs(frame.bytes(plain));
    assertThat(frame.size()).isEqualTo(frame.bytes(plain).length + frame.bytes(longer).length);
  }

  @Test
  void whatDoesNotFitIsForgottenOldestFirst() {
    for (int i = 0; i < 200; i++) {
      tail.append(Frame.of(log.post(), read(plain, longer)));
    }
    assertThat(budget.get()).isNotNegative();
    assertThat(tail.after(0)).isInstanceOf(RoomTail.Stretch.OutOfReach.class);
    assertThat(tail.after(199))
        .isInstanceOfSatisfying(
            RoomTail.Stretch.Reached.class,
            reached -> assertThat(reached.frames()).extracting(Frame::seq).containsExactly(200L));
  }

  @Test
  void whatWasReadFromTheLogIsKeptForTheNext() {
    List<Frame> all =
        Stream.generate(log::post).limit(5).map(e -> Frame.of(e, read(plain))).toList();
    tail.reachedEndAt(3, all.subList(2, 3));
    tail.append(all.get(3));
    tail.append(all.get(4));
    assertThat(tail.after(1)).isInstanceOf(RoomTail.Stretch.OutOfReach.class);

    tail.reachedEndAt(5, all);

    assertThat(tail.after(0)).isEqualTo(new RoomTail.Stretch.Reached(all));
  }

  @Test
  void aReadThatLeavesAGapIsNotKept() {
    List<Frame> all =
        Stream.generate(log::post).limit(5).map(e -> Frame.of(e, read(plain))).toList();
    tail.append(all.get(4));
    tail.reachedEndAt(2, all.subList(0, 2));

    assertThat(tail.after(0)).isInstanceOf(RoomTail.Stretch.OutOfReach.class);
    assertThat(tail.after(4)).isEqualTo(new RoomTail.Stretch.Reached(all.subList(4, 5)));
  }

  @Test
  void aForgottenTailKeepsNothing() {
    tail.forget();
    Frame frame = Frame.of(log.post(), read(plain));
    tail.append(frame);
    tail.reachedEndAt(1, List.of(frame));

    assertThat(tail.after(0)).isInstanceOf(RoomTail.Stretch.OutOfReach.class);
    assertThat(budget).hasValue(BUDGET);
  }

  @Test
  void whatADeletedMessageSaidIsForgotten() {
    List<Frame> said =
        Stream.<Fact>of(
                new Fact.MessagePosted("before", 1, new MessageKey("k1")),
                new Fact.MessagePosted("secret", 2, new MessageKey("k2")),
                new Fact.MessagePosted("between", 3, new MessageKey("k3")),
                new Fact.MessageEdited(2, "secret too", null),
                new Fact.MessagePosted("after", 4, new MessageKey("k4")),
                new Fact.MessageDeleted(2))
            .map(fact -> Frame.of(log.commit(fact), read(plain)))
            .toList();
    said.forEach(tail::append);

    assertThat(tail.after(3)).isInstanceOf(RoomTail.Stretch.OutOfReach.class);
    assertThat(tail.after(4)).isEqualTo(new RoomTail.Stretch.Reached(said.subList(4, 6)));
  }

  @Test
  void aReadFromBeforeADeletionDoesNotBringTheTextBack() {
    Frame secret =
        Frame.of(
            log.commit(new Fact.MessagePosted("secret", 1, new MessageKey("k1"))), read(plain));
    tail.append(secret);
    tail.append(Frame.of(log.commit(new Fact.MessageDeleted(1)), read(plain)));

    tail.reachedEndAt(1, List.of(secret));

    assertThat(tail.after(0)).isInstanceOf(RoomTail.Stretch.OutOfReach.class);
  }

  private static List<Audience.Share> read(WireFormat... formats) {
    return Stream.of(formats).map(format -> new Audience.Share(format, 1)).toList();
  }
}
