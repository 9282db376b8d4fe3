package im.parley.edge.fanout;

import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everyone on one event loop who is in one room. Whatever the room produces in one turn of the loop
 * is gathered in one buffer, which every open subscriber shares. Confined to the loop.
 */
final class RoomSubscribers {

  /** A session that is further behind is spared typing and the like. */
  private static final long SPARE_SIGNALS_BYTES = 64 * 1024;

  private final RoomId id;
  private final RoomTail tail;
  private final LoopFanOut loop;
  private Subscription[] open = new Subscription[2];
  private int openCount;
  private final List<Subscription> gated = new ArrayList<>(1);
  private ByteBuf events = Unpooled.EMPTY_BUFFER;
  private ByteBuf signals = Unpooled.EMPTY_BUFFER;
  private long lastSeq;

  RoomSubscribers(RoomId id, RoomTail tail, LoopFanOut loop) {
    this.id = id;
    this.tail = tail;
    this.loop = loop;
  }

  RoomId id() {
    return id;
  }

  RoomTail tail() {
    return tail;
  }

  boolean isEmpty() {
    return openCount == 0 && gated.isEmpty();
  }

  /** Someone comes, with the gate closed. */
  Subscription add(Subscriber subscriber, StartAfter start) {
    Subscription subscription = new Subscription(subscriber, this, start);
    gated.add(subscription);
    return subscription;
  }

  /**
   * A subscription has read everything up to {@code delivered}.
   *
   * @return false if the live stream is further already, and it must read on
   */
  boolean caughtUp(Subscription subscription) {
    if (subscription.delivered < lastSeq) {
      return false;
    }
    if (openCount == 0) {
      // Nobody waits for what the log has and the live stream has not brought yet.
      lastSeq = subscription.delivered;
    }
    if (subscription.delivered == lastSeq) {
      letIn(subscription);
    } else {
      subscription.gate = Subscription.Gate.READY;
    }
    return true;
  }

  /** The room's next event. */
  void deliver(Frame frame) {
    if (frame.seq() <= lastSeq) {
      return;
    }
    openReady(frame.seq());
    if (frame.event().data() instanceof Fact.MemberLeft left) {
      depart(frame, left.reason());
    }
    lastSeq = frame.seq();
    if (openCount > 0) {
      events = append(events, frame.bytes());
      loop.delivering(frame, openCount);
    }
  }

  /** Something of the moment, for those who are there. */
  void signal(byte[] frame) {
    if (openCount > 0) {
      signals = append(signals, frame);
    }
  }

  /** The turn ends: everyone gets what the room produced in it. */
  void writeBatch() {
    if (!events.isReadable() && !signals.isReadable()) {
      return;
    }
    ByteBuf eventBatch = events;
    ByteBuf signalBatch = signals;
    events = Unpooled.EMPTY_BUFFER;
    signals = Unpooled.EMPTY_BUFFER;
    for (int i = openCount - 1; i >= 0; i--) {
      write(open[i].subscriber, eventBatch, signalBatch);
    }
    eventBatch.release();
    signalBatch.release();
  }

  void remove(Subscription subscription) {
    switch (subscription.gate) {
      case OPEN -> removeOpen(subscription);
      case CATCHING_UP, READY -> gated.remove(subscription);
      case CLOSED -> {}
    }
    subscription.gate = Subscription.Gate.CLOSED;
  }

  private void openReady(long seq) {
    for (int i = gated.size() - 1; i >= 0; i--) {
      Subscription subscription = gated.get(i);
      if (subscription.gate == Subscription.Gate.READY && subscription.delivered < seq) {
        if (subscription.delivered == seq - 1) {
          letIn(subscription);
        } else {
          subscription.gate = Subscription.Gate.CATCHING_UP;
          loop.catchUp(subscription);
        }
      }
    }
  }

  private void letIn(Subscription subscription) {
    // What is gathered so far is older than the newcomer's place in the stream. Writing it may send
    // others away; the newcomer is still among the gated then, and the room is not given up.
    writeBatch();
    gated.remove(subscription);
    if (openCount == open.length) {
      open = Arrays.copyOf(open, openCount * 2);
    }
    subscription.index = openCount;
    subscription.gate = Subscription.Gate.OPEN;
    open[openCount++] = subscription;
  }

  private void depart(Frame frame, LeaveReason reason) {
    List<Subscription> leaving = new ArrayList<>(1);
    for (int i = 0; i < openCount; i++) {
      if (open[i].isOwnDeparture(frame)) {
        leaving.add(open[i]);
      }
    }
    for (Subscription subscription : gated) {
      if (subscription.isOwnDeparture(frame)) {
        leaving.add(subscription);
      }
    }
    if (!leaving.isEmpty()) {
      writeBatch();
    }
    for (Subscription subscription : leaving) {
      remove(subscription);
      subscription.subscriber.removed(id, reason);
    }
  }

  private void removeOpen(Subscription subscription) {
    Subscription last = open[--openCount];
    open[subscription.index] = last;
    last.index = subscription.index;
    Arrays.fill(open, openCount, openCount + 1, null);
  }

  private ByteBuf append(ByteBuf batch, byte[] frame) {
    ByteBuf grown = batch;
    if (!batch.isReadable()) {
      grown = ByteBufAllocator.DEFAULT.directBuffer(Math.max(frame.length, 1024));
      loop.produced(this);
    }
    return grown.writeBytes(frame);
  }

  private void write(Subscriber subscriber, ByteBuf eventBatch, ByteBuf signalBatch) {
    if (!loop.keepsUp(subscriber)) {
      return;
    }
    boolean spared = subscriber.pendingBytes() >= SPARE_SIGNALS_BYTES;
    if (eventBatch.isReadable()) {
      subscriber.write(eventBatch.retainedDuplicate());
    }
    if (signalBatch.isReadable() && !spared) {
      subscriber.write(signalBatch.retainedDuplicate());
    }
    loop.flushLater(subscriber);
  }
}
