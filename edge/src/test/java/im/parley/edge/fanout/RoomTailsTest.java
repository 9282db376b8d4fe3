package im.parley.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.FakeNodeBus;
import im.parley.edge.testing.LineCodec;
import im.parley.protocol.id.RoomId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTailsTest {

  private static final RoomId ROOM = FakeLog.ROOM;

  private final RoomTails tails = new RoomTails(new FakeNodeBus());
  private final FakeLog log = new FakeLog();
  private final LineCodec plain = new LineCodec("");

  @Test
  void aTailOutlivesItsLastReaderAndGoesOnListening() {
    RoomTail tail = tails.follow(ROOM);
    tail.append(frame());
    tails.leave(ROOM);

    assertThat(tails.find(ROOM)).isSameAs(tail);
    tail.append(frame());
    assertThat(tails.follow(ROOM).after(0))
        .isInstanceOfSatisfying(
            RoomTail.Stretch.Reached.class,
            reached -> assertThat(reached.frames()).extracting(Frame::seq).containsExactly(1L, 2L));
  }

  @Test
  void aTailStaysWhileOneLoopStillFollows() {
    RoomTail tail = tails.follow(ROOM);
    tails.follow(ROOM);
    tails.leave(ROOM);
    leaveOthers(RoomTails.MAX_LEFT + 1);

    assertThat(tails.find(ROOM)).isSameAs(tail);
  }

  @Test
  void theOneLeftFirstIsForgottenFirst() {
    RoomTail tail = tails.follow(ROOM);
    tail.append(frame());
    tails.leave(ROOM);

    leaveOthers(RoomTails.MAX_LEFT - 1);
    assertThat(tails.find(ROOM)).isSameAs(tail);
    leaveOthers(RoomTails.MAX_LEFT);
    assertThat(tails.find(ROOM)).isNull();
    assertThat(tail.after(0)).isInstanceOf(RoomTail.Stretch.OutOfReach.class);
  }

  private void leaveOthers(int count) {
    for (int i = 0; i < count; i++) {
      RoomId other = new RoomId("other" + i);
      tails.follow(other);
      tails.leave(other);
    }
  }

  private Frame frame() {
    return Frame.of(log.post(), List.of(new Audience.Share(plain, 1)));
  }
}
