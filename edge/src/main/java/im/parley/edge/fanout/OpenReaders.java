package im.parley.edge.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;

/**
 * Those of a room, on one event loop, whose gate is open and who read the same format. Whatever the
 * room produces while nothing can be written is gathered in one buffer, which they all share.
 *
 * <p>Writing to a large room takes a while and is done in slices; what is gathered meanwhile is
 * written next. Everyone gets everything once and in order: whoever stands at {@code unwritten} or
 * behind has the batch that is being written, the others do not have it yet. Confined to the loop.
 */
final class OpenReaders {

  /** A session that is further behind is spared typing and the like. */
  private static final long SPARE_SIGNALS_BYTES = 64 * 1024;

  private final WireFormat format;
  private Subscription[] open = new Subscription[2];
  private int count;
  private ByteBuf events = Unpooled.EMPTY_BUFFER;
  private ByteBuf signals = Unpooled.EMPTY_BUFFER;
  private Batch writing = Batch.NOTHING;
  private int unwritten;

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
    place(subscription, count++);
  }

  void remove(Subscription subscription) {
    int gap = subscription.index;
    if (gap < unwritten) {
      place(open[--unwritten], gap);
      gap = unwritten;
    }
    place(open[--count], gap);
    Arrays.fill(open, count, count + 1, null);
  }

  private void place(Subscription subscription, int index) {
    open[index] = subscription;
    subscription.index = index;
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
  void writeAll(LoopFanOut loop) {
    while (hasMore()) {
      writeSome(loop, count);
    }
  }

  boolean hasMore() {
    return unwritten > 0 || events.isReadable() || signals.isReadable();
  }

  /**
   * Goes on writing the batch that is being written, or begins with the next.
   *
   * @param most how many get it now, at most
   * @return how many got it
   */
  int writeSome(LoopFanOut loop, int most) {
    if (unwritten == 0) {
      writing = takeGathered();
      unwritten = writing.isEmpty() ? 0 : count;
    }
    int written = 0;
    while (unwritten > 0 && written < most) {
      write(loop, open[--unwritten].subscriber, writing);
      written++;
    }
    if (unwritten == 0) {
      writing.release();
      writing = Batch.NOTHING;
    }
    return written;
  }

  private Batch takeGathered() {
    Batch gathered = new Batch(events, signals);
    events = Unpooled.EMPTY_BUFFER;
    signals = Unpooled.EMPTY_BUFFER;
    return gathered;
  }

  private static void write(LoopFanOut loop, Subscriber subscriber, Batch batch) {
    if (!loop.keepsUp(subscriber)) {
      return;
    }
    boolean spared = subscriber.pendingBytes() >= SPARE_SIGNALS_BYTES;
    if (batch.events.isReadable()) {
      subscriber.write(batch.events.retainedDuplicate());
    }
    if (batch.signals.isReadable() && !spared) {
      subscriber.write(batch.signals.retainedDuplicate());
    }
    loop.flushLater(subscriber);
  }

  /** What was gathered, shared by all who get it. */
  private record Batch(ByteBuf events, ByteBuf signals) {

    static final Batch NOTHING = new Batch(Unpooled.EMPTY_BUFFER, Unpooled.EMPTY_BUFFER);

    boolean isEmpty() {
      return !events.isReadable() && !signals.isReadable();
    }

    void release() {
      events.release();
      signals.release();
    }
  }
}
