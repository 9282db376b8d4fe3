package im.parley.edge.fanout;

import im.parley.protocol.event.Fact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The newest frames of a room, so that those who come back after a short absence need not ask the
 * store. Bounded by count and bytes, and all tails of a node by one budget; what does not fit is
 * forgotten, oldest first, and read from the log again.
 */
final class RoomTail {

  private static final int MAX_FRAMES = 256;
  private static final int MAX_BYTES = 256 * 1024;
  private static final long UNKNOWN = -1;

  private final AtomicLong budget;
  private final CompletableFuture<Void> heard;
  private final Audience audience = new Audience();
  private final ArrayDeque<Frame> frames = new ArrayDeque<>(0);
  private int bytes;
  private long head = UNKNOWN;
  private boolean forgotten;

  /** The newest deletion: a read from before it may still have what was deleted. */
  private long deletedAt;

  /**
   * A tail that knows nothing yet.
   *
   * @param budget counts down the bytes that all tails of the node may still take
   * @param heard completes when the room's news reach this tail
   */
  RoomTail(AtomicLong budget, CompletableFuture<Void> heard) {
    this.budget = budget;
    this.heard = heard;
  }

  /** Waits until the room's news reach this tail: what is read from the log before that may age. */
  void awaitNews() {
    heard.join();
  }

  /** For whom its events are encoded. */
  Audience audience() {
    return audience;
  }

  /** The room's next event came live. */
  synchronized void append(Frame frame) {
    if (forgotten || frame.seq() <= head) {
      return;
    }
    if (frame.seq() != head + 1) {
      clear();
    }
    head = frame.seq();
    if (frame.event().data() instanceof Fact.MessageDeleted(long target, _)) {
      forgetText(target);
      deletedAt = frame.seq();
    }
    frames.addLast(frame);
    count(frame, 1);
    while (!frames.isEmpty() && isOverfull()) {
      count(frames.removeFirst(), -1);
    }
  }

  /**
   * The log was read to its end, after this tail began to listen.
   *
   * @param seq where the end was
   * @param read the frames before it, in order, without a gap
   */
  synchronized void reachedEndAt(long seq, List<Frame> read) {
    if (forgotten) {
      return;
    }
    if (head == UNKNOWN) {
      head = seq;
    }
    long oldest = frames.isEmpty() ? head + 1 : frames.getFirst().seq();
    for (Frame frame : read.reversed()) {
      if (frame.seq() == oldest - 1 && frame.seq() > deletedAt && hasRoomFor(frame)) {
        frames.addFirst(frame);
        count(frame, 1);
        oldest--;
      }
    }
  }

  /** What a deleted message said must not come back: the log no longer has it, nor may the tail. */
  private void forgetText(long target) {
    long newest =
        frames.stream().filter(frame -> says(frame, target)).mapToLong(Frame::seq).max().orElse(0);
    while (!frames.isEmpty() && frames.getFirst().seq() <= newest) {
      count(frames.removeFirst(), -1);
    }
  }

  private static boolean says(Frame frame, long target) {
    return switch (frame.event().data()) {
      case Fact.MessagePosted _ -> frame.seq() == target;
      case Fact.MessageEdited(long edited, _, _) -> edited == target;
      default -> false;
    };
  }

  private boolean hasRoomFor(Frame frame) {
    return frames.size() < MAX_FRAMES
        && bytes + frame.size() <= MAX_BYTES
        && budget.get() >= frame.size();
  }

  private boolean isOverfull() {
    return frames.size() > MAX_FRAMES || bytes > MAX_BYTES || budget.get() < 0;
  }

  /** What came after a seq, if the tail reaches back so far. */
  synchronized Stretch after(long seq) {
    if (head == UNKNOWN) {
      return new Stretch.OutOfReach();
    }
    if (seq >= head) {
      return new Stretch.Reached(List.of());
    }
    if (frames.isEmpty() || frames.getFirst().seq() > seq + 1) {
      return new Stretch.OutOfReach();
    }
    List<Frame> missed = new ArrayList<>((int) (head - seq));
    for (Frame frame : frames) {
      if (frame.seq() > seq) {
        missed.add(frame);
      }
    }
    return new Stretch.Reached(missed);
  }

  /** The node no longer keeps this tail; from now on it keeps nothing. */
  synchronized void forget() {
    clear();
    forgotten = true;
  }

  private void clear() {
    frames.forEach(frame -> count(frame, -1));
    frames.clear();
    head = UNKNOWN;
  }

  private void count(Frame frame, int times) {
    bytes += times * frame.size();
    budget.addAndGet(-(long) times * frame.size());
  }

  /** What a tail can say about the events after a seq. */
  sealed interface Stretch {

    /** These are all of them. */
    record Reached(List<Frame> frames) implements Stretch {}

    /** Some are no longer here. */
    record OutOfReach() implements Stretch {}
  }
}
