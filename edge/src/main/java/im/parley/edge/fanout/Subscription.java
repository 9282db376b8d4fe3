package im.parley.edge.fanout;

import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One session's part in one room. Confined to the session's event loop, except where said. */
public final class Subscription {

  /** Where a subscription stands. */
  enum Gate {
    /** Reading what was missed; live events pass it by, and will be read. */
    CATCHING_UP,
    /** Has read past the live stream; opens when that has come to the same place. */
    READY,
    /** Gets every event as it comes. */
    OPEN,
    /** Gets nothing any more. */
    CLOSED
  }

  /** More than this is not written at once to someone who comes back. */
  private static final long MAX_AT_ONCE_BYTES = 64 * 1024;

  final Subscriber subscriber;
  final RoomSubscribers room;
  Gate gate = Gate.CATCHING_UP;

  /** The newest seq that the session has got, until the gate opens. */
  long delivered;

  /** Where it stands among the open ones. */
  int index = -1;

  /** The user was a member when the log had come so far. */
  private long memberAt;

  /** Whether the client is to be told when it has caught up. */
  private final boolean announced;

  Subscription(Subscriber subscriber, RoomSubscribers room, StartAfter start) {
    this.subscriber = subscriber;
    this.room = room;
    this.delivered = start.seq();
    this.memberAt = start.memberAt();
    this.announced = start.announced();
  }

  /** Which room it is for. Called on any thread. */
  public RoomId roomId() {
    return room.id();
  }

  /**
   * A stretch of what was missed is here.
   *
   * @param frames the next ones, in order
   * @param end whether they reach the end of the log, as it was when it was read
   * @param readOn completes when the socket took them: with true if there may be more to read
   */
  void deliverMissed(List<Frame> frames, boolean end, CompletableFuture<Boolean> readOn) {
    if (gate != Gate.CATCHING_UP) {
      readOn.complete(false);
      return;
    }
    int count = untilOwnDeparture(frames);
    writeThen(frames.subList(0, count), readOn);
    if (count < frames.size()) {
      room.remove(this);
      subscriber.removed(room.id(), ((Fact.MemberLeft) frames.get(count).event().data()).reason());
    } else if (end) {
      settle();
    }
  }

  /**
   * Everything that the log had is delivered: on with the live stream.
   *
   * @return false if the live stream is further already, and this one must read on
   */
  boolean settle() {
    boolean caughtUp = room.caughtUp(this);
    if (caughtUp && announced) {
      subscriber.synced(room.id(), delivered);
    }
    return caughtUp;
  }

  /**
   * Everything that was missed is at hand. If it is little, it is written in this turn.
   *
   * @return false if it is much, or ends with the user's departure, or the live stream is further:
   *     what is left must be read as the socket takes it
   */
  boolean settleFrom(List<Frame> missed) {
    WireFormat format = subscriber.format();
    List<Frame> theirs = missed.stream().map(frame -> frame.in(format)).toList();
    if (subscriber.pendingBytes() + size(theirs, format) > MAX_AT_ONCE_BYTES
        || untilOwnDeparture(theirs) < theirs.size()) {
      return false;
    }
    if (!theirs.isEmpty()) {
      subscriber.write(batch(theirs, format));
      room.flushLater(subscriber);
    }
    return settle();
  }

  private void writeThen(List<Frame> frames, CompletableFuture<Boolean> readOn) {
    if (frames.isEmpty()) {
      subscriber.eventLoop().execute(() -> readOn.complete(gate == Gate.CATCHING_UP));
      return;
    }
    ByteBuf batch = batch(frames, subscriber.format());
    subscriber.writeThen(batch, () -> readOn.complete(gate == Gate.CATCHING_UP));
  }

  private ByteBuf batch(List<Frame> frames, WireFormat format) {
    ByteBuf batch = ByteBufAllocator.DEFAULT.directBuffer(size(frames, format));
    frames.forEach(frame -> batch.writeBytes(frame.bytes(format)));
    delivered = frames.getLast().seq();
    return batch;
  }

  private static int size(List<Frame> frames, WireFormat format) {
    return frames.stream().mapToInt(frame -> frame.bytes(format).length).sum();
  }

  /** What came after a member left is not theirs, even if they read it before the news arrived. */
  private int untilOwnDeparture(List<Frame> frames) {
    for (int i = 0; i < frames.size(); i++) {
      if (isOwnDeparture(frames.get(i))) {
        return i;
      }
    }
    return frames.size();
  }

  /** The user is known to be a member when the log has come so far. */
  public void stillMemberAt(long seq) {
    memberAt = Math.max(memberAt, seq);
  }

  /** Whether with this event its user is out of the room; if they came back since, they are not. */
  boolean isOwnDeparture(Frame frame) {
    return frame.seq() > memberAt
        && frame.event().data() instanceof Fact.MemberLeft left
        && left.user().equals(subscriber.user());
  }
}
