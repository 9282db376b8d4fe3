package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.cluster.contract.SharedLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RoomStreamsTest {

  private static final RoomId ROOM = new RoomId("r1");

  private final List<DurableEvent> delivered = new ArrayList<>();
  private final List<RoomId> gaps = new ArrayList<>();
  private final RoomStreams streams = new RoomStreams(delivered::addAll, gaps::add);
  private final SharedLog log = new SharedLog();

  @Test
  void whatArrivesTooEarlyWaitsForWhatComesBefore() {
    List<DurableEvent> events = log.post(ROOM, 3);
    begin(0);
    streams.arrived(List.of(events.get(2)));
    assertThat(delivered).isEmpty();
    streams.arrived(List.of(events.get(0)));
    assertThat(delivered).containsExactly(events.get(0));
    streams.arrived(List.of(events.get(1)));
    assertThat(delivered).isEqualTo(events);
  }

  @Test
  void whatArrivesAgainIsNotDeliveredAgain() {
    List<DurableEvent> events = log.post(ROOM, 2);
    begin(0);
    streams.arrived(events);
    streams.arrived(events);
    assertThat(delivered).isEqualTo(events);
  }

  @Test
  void aStreamBeginsAtTheLogsEndAndNothingIsLostThatArrivedBefore() {
    List<DurableEvent> events = log.post(ROOM, 4);
    var heard = streams.open(ROOM);
    streams.arrived(events);
    assertThat(heard).isNotDone();
    streams.headIs(ROOM, 2);
    assertThat(heard).isDone();
    assertThat(delivered).isEqualTo(events.subList(2, 4));
  }

  @Test
  void aGapIsReportedOnceUntilItIsRepaired() {
    List<DurableEvent> events = log.post(ROOM, 5);
    begin(0);
    streams.arrived(events.subList(1, 2));
    streams.arrived(events.subList(3, 4));
    assertThat(gaps).containsExactly(ROOM);
    streams.arrived(events.subList(0, 1));
    streams.repaired(ROOM);
    assertThat(gaps).as("the fourth still waits for the third").containsExactly(ROOM, ROOM);
    assertThat(streams.gap(ROOM)).contains(new RoomStreams.Gap(2, 4));
  }

  @Test
  void aHeadThatTheLogDoesNotHaveIsForgotten() {
    List<DurableEvent> events = log.post(ROOM, 9);
    begin(0);
    streams.arrived(events.subList(8, 9));
    streams.unfounded(ROOM, new RoomStreams.Gap(0, 9));
    assertThat(streams.gap(ROOM)).isEmpty();
    streams.arrived(events.subList(0, 1));
    assertThat(delivered).isEqualTo(events.subList(0, 1));
  }

  @Test
  void behindAFenceARoomComesAsFarAsItIsAllowedTo() {
    List<DurableEvent> events = log.post(ROOM, 6);
    begin(0);
    streams.arrived(events.subList(0, 1));
    streams.fence();
    streams.arrived(events.subList(1, 4));
    assertThat(delivered).isEqualTo(events.subList(0, 1));
    streams.allow(Map.of(ROOM, 3L));
    assertThat(delivered).isEqualTo(events.subList(0, 3));
    assertThat(gaps).isEmpty();
    streams.allow(Map.of(ROOM, 5L));
    assertThat(gaps).as("the fifth is allowed and not there").containsExactly(ROOM);
    streams.lift();
    streams.arrived(events.subList(4, 6));
    assertThat(delivered).isEqualTo(events);
  }

  @Test
  void aRoomThatIsNotFollowedIsIgnored() {
    streams.arrived(log.post(ROOM, 1));
    streams.headIs(ROOM, 1);
    assertThat(delivered).isEmpty();
    assertThat(gaps).isEmpty();
  }

  /** Whatever is lost, repeated or out of order: each once, in order, when the gaps are read. */
  @RepeatedTest(200)
  void everythingIsDeliveredOnceAndInOrder(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int count = 1 + random.nextInt(600);
    List<DurableEvent> events = log.post(ROOM, count);
    int start = random.nextInt(count);
    List<DurableEvent> arriving = arriving(events, random);
    var _ = streams.open(ROOM);
    int opensAt = random.nextInt(arriving.size() + 1);
    for (int i = 0; i < arriving.size(); i++) {
      if (i == opensAt) {
        streams.headIs(ROOM, start);
      }
      streams.arrived(List.of(arriving.get(i)));
      if (!gaps.isEmpty() && random.nextInt(10) == 0) {
        repair();
      }
    }
    streams.headIs(ROOM, start);
    streams.headIs(ROOM, count);
    repair();
    assertThat(delivered)
        .as("seed %d", repetition.getCurrentRepetition())
        .map(DurableEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, count).boxed().toList());
  }

  private static List<DurableEvent> arriving(List<DurableEvent> events, Random random) {
    List<DurableEvent> arriving = new ArrayList<>();
    events.forEach(
        event -> IntStream.range(0, random.nextInt(3)).forEach(_ -> arriving.add(event)));
    for (int i = 0; i + 1 < arriving.size(); i++) {
      Collections.swap(arriving, i, Math.min(arriving.size() - 1, i + random.nextInt(20)));
    }
    return arriving;
  }

  private void repair() {
    while (!gaps.isEmpty()) {
      gaps.clear();
      var gap = streams.gap(ROOM);
      while (gap.isPresent()) {
        streams.arrived(log.events(ROOM, gap.get().after(), 100).items());
        gap = streams.gap(ROOM);
      }
      streams.repaired(ROOM);
    }
  }

  private void begin(long after) {
    var _ = streams.open(ROOM);
    streams.headIs(ROOM, after);
  }
}
