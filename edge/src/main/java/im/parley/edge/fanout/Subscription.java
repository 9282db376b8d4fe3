package im.parley.edge.fanout;

import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One session's part in one room. Confined to the session's event loop, except where said. */
public final class Subscription {

  /** Where a subscription stands. What is needed only on the way in is kept only there. */
  sealed interface Gate {

    /** Gets every event as it comes. */
    Gate OPEN = new Open();

    /** Gets nothing any more. */
    Gate CLOSED = new Closed();

    /**
     * Reading what was missed; live events pass it by, and will be read.
     *
     * @param delivered the newest seq that the session has got
     * @param announced whether the client is to be told when it has caught up
     */
    record CatchingUp(long delivered, boolean announced) implements Gate {}

    /**
     * Has read past the live stream; opens when that has come to the same place.
     *
     * @param delivered the newest seq that the session has got
     */
    record Ready(long delivered) implements Gate {}

    /** See {@link #OPEN}. */
    record Open() implements Gate {}

    /** See {@link #CLOSED}. */
    record Closed() implements Gate {}
  }

  /** More than this is not written at once to someone who comes back. */
  private static final long MAX_AT_ONCE_BYTES = 64 * 1024;

  final Subscriber subscriber;
  final RoomSubscribers room;
  Gate gate;

  /** Where it stands among the open ones. */
  int index = -1;

  /** The user was a member when the log had come so far. */
  private long memberAt;

  Subscription(Subscriber subscriber, RoomSubscribers room, StartAfter start) {
    this.subscriber = subscriber;
    this.room = room;
    this.gate = new Gate.CatchingUp(start.seq(), start.announced());
    this.memberAt = start.memberAt();
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
    if (!(gate instanceof Gate.CatchingUp way)) {
      readOn.complete(false);
      return;
    }
    int count = untilOwnDeparture(frames);
    Gate.CatchingUp further = advance(way, frames.subList(0, count));
    writeThen(frames.subList(0, count), readOn);
    if (count < frames.size()) {
      room.remove(this);
      subscriber.removed(room.id(), ((Fact.MemberLeft) frames.get(count).event().data()).reason());
    } else if (end) {
      settle(further);
    }
  }

  /**
   * What was missed may be at hand. If it is little, it is written in this turn.
   *
   * @return false if it is not, or much, or ends with the user's departure, or the live stream is
   *     further: what is left must be read as the socket takes it
   */
  boolean settleFromTail() {
    return gate instanceof Gate.CatchingUp way
        && room.tail().after(way.delivered()) instanceof RoomTail.Stretch.Reached(var missed)
        && settleFrom(missed, way);
  }

  private boolean settleFrom(List<Frame> missed, Gate.CatchingUp way) {
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
    return settle(advance(way, theirs));
  }

  private Gate.CatchingUp advance(Gate.CatchingUp way, List<Frame> frames) {
    if (frames.isEmpty()) {
      return way;
    }
    Gate.CatchingUp further = new Gate.CatchingUp(frames.getLast().seq(), way.announced());
    gate = further;
    return further;
  }

  /**
   * Everything that the log had is delivered: on with the live stream.
   *
   * @return false if the live stream is further already, and this one must read on
   */
  private boolean settle(Gate.CatchingUp way) {
    boolean caughtUp = room.caughtUp(this, way.delivered());
    if (caughtUp && way.announced()) {
      subscriber.synced(room.id(), way.delivered());
    }
    return caughtUp;
  }

  private void writeThen(List<Frame> frames, CompletableFuture<Boolean> readOn) {
    if (frames.isEmpty()) {
      subscriber.eventLoop().execute(() -> readOn.complete(isCatchingUp()));
      return;
    }
    ByteBuf batch = batch(frames, subscriber.format());
    subscriber.writeThen(batch, () -> readOn.complete(isCatchingUp()));
  }

  private boolean isCatchingUp() {
    return gate instanceof Gate.CatchingUp;
  }

  private static ByteBuf batch(List<Frame> frames, WireFormat format) {
    ByteBuf batch = ByteBufAllocator.DEFAULT.directBuffer(size(frames, format));
    frames.forEach(frame -> batch.writeBytes(frame.bytes(format)));
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
