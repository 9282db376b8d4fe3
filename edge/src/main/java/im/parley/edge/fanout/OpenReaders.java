package im.parley.edge.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;

/**
 * Those of a room, on one event loop, whose gate is open and who read the same format. Whatever the
 * room produces in one turn of the loop is gathered in one buffer, which they all share. Confined
 * to the loop.
 */
final class OpenReaders {

  /** A session that is further behind is spared typing and the like. */
  private static final long SPARE_SIGNALS_BYTES = 64 * 1024;

  private final WireFormat format;
  private Subscription[] open = new Subscription[2];
  private int count;
  private ByteBuf events = Unpooled.EMPTY_BUFFER;
  private ByteBuf signals = Unpooled.EMPTY_BUFFER;

  OpenReaders(WireFormat format) {
    this.format = format;
  }

  WireFormat format() {
    return format;
  }

  void add(Subscription subscription) {
    if (count == open.length) {
      open = Arrays.copyOf(open, count * 2);
    }
    subscription.index = count;
    open[count++] = subscription;
  }

  void remove(Subscription subscription) {
    Subscription last = open[--count];
    open[subscription.index] = last;
    last.index = subscription.index;
    Arrays.fill(open, count, count + 1, null);
  }

  /** Adds those whose departure this is. */
  void findDeparting(Frame frame, List<Subscription> leaving) {
    for (int i = 0; i < count; i++) {
      if (open[i].isOwnDeparture(frame)) {
        leaving.add(open[i]);
      }
    }
  }

  void gatherEvent(Frame frame) {
    if (count > 0) {
      events = append(events, frame.bytes(format));
    }
  }

  /** Something of the moment; who came after it was said has missed nothing. */
  void gatherSignal(Encodings signal) {
    byte[] frame = signal.in(format);
    if (count > 0 && frame != null) {
      signals = append(signals, frame);
    }
  }

  private static ByteBuf append(ByteBuf batch, byte[] frame) {
    ByteBuf grown =
        batch.isReadable()
            ? batch
            : ByteBufAllocator.DEFAULT.directBuffer(Math.max(frame.length, 1024));
    return grown.writeBytes(frame);
  }

  /** Everyone gets what was gathered. */
  void write(LoopFanOut loop) {
    if (!events.isReadable() && !signals.isReadable()) {
      return;
    }
    ByteBuf eventBatch = events;
    ByteBuf signalBatch = signals;
    events = Unpooled.EMPTY_BUFFER;
    signals = Unpooled.EMPTY_BUFFER;
    for (int i = count - 1; i >= 0; i--) {
      write(loop, open[i].subscriber, eventBatch, signalBatch);
    }
    eventBatch.release();
    signalBatch.release();
  }

  private static void write(
      LoopFanOut loop, Subscriber subscriber, ByteBuf eventBatch, ByteBuf signalBatch) {
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
