package im.parley.cluster.redis;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of the rooms that this node follows in order, each once and without a gap,
 * whatever order they arrive in: from this node's own commits, from other nodes, from the log.
 *
 * <p>A fence can be put up: then what arrives waits, and each room comes only as far as it is
 * allowed to. Safe to share.
 */
final class RoomStreams {

  private final Map<RoomId, RoomStream> streams = new HashMap<>();
  private final Consumer<List<DurableEvent>> delivery;
  private final Consumer<RoomId> gaps;
  private boolean fenced;

  /**
   * With no room yet.
   *
   * @param delivery takes what is due; may not block
   * @param gaps is told of a room that is behind, once until {@link #repaired}; may not block
   */
  RoomStreams(Consumer<List<DurableEvent>> delivery, Consumer<RoomId> gaps) {
    this.delivery = delivery;
    this.gaps = gaps;
  }

  /**
   * A room is followed from now on.
   *
   * @return completes when its stream has begun
   */
  synchronized CompletableFuture<Void> open(RoomId room) {
    long limit = fenced ? 0 : Long.MAX_VALUE;
    return streams.computeIfAbsent(room, _ -> new RoomStream(limit)).heard;
  }

  /** A room is not followed any more. */
  void close(RoomId room) {
    RoomStream closed;
    synchronized (this) {
      closed = streams.remove(room);
    }
    if (closed != null) {
      closed.heard.complete(null);
    }
  }

  /** The rooms that are followed now. */
  synchronized List<RoomId> rooms() {
    return List.copyOf(streams.keySet());
  }

  /** Puts up the fence. */
  synchronized void fence() {
    fenced = true;
    streams.values().forEach(stream -> stream.stopAt(stream.position()));
  }

  /** The rooms may come so far, fence or not. */
  synchronized void allow(Map<RoomId, Long> heads) {
    heads.forEach((room, head) -> allow(room, head, head));
  }

  /** Takes the fence away. */
  synchronized void lift() {
    fenced = false;
    rooms().forEach(room -> allow(room, 0, Long.MAX_VALUE));
  }

  private void allow(RoomId room, long head, long limit) {
    RoomStream stream = streams.get(room);
    if (stream != null) {
      List<DurableEvent> due = new ArrayList<>(0);
      stream.reached(head);
      stream.allow(limit, due);
      deliver(due);
      reportGap(room, stream);
    }
  }

  /** Events have arrived; those of other rooms are ignored. */
  synchronized void arrived(List<DurableEvent> events) {
    List<DurableEvent> due = new ArrayList<>(events.size());
    for (DurableEvent event : events) {
      RoomStream stream = streams.get(event.room());
      if (stream != null) {
        stream.take(event, due);
        reportGap(event.room(), stream);
      }
    }
    deliver(due);
  }

  /**
   * The log had come so far when it was read, which was after the room's channel was heard. A new
   * stream begins there.
   */
  void headIs(RoomId room, long seq) {
    RoomStream stream = advance(room, seq);
    if (stream != null) {
      stream.heard.complete(null);
    }
  }

  private synchronized @Nullable RoomStream advance(RoomId room, long seq) {
    RoomStream stream = streams.get(room);
    if (stream != null) {
      List<DurableEvent> due = new ArrayList<>(0);
      stream.beginAfter(seq, due);
      stream.reached(seq);
      deliver(due);
      reportGap(room, stream);
    }
    return stream;
  }

  private void reportGap(RoomId room, RoomStream stream) {
    if (stream.isBehind() && !stream.repairing) {
      stream.repairing = true;
      gaps.accept(room);
    }
  }

  private void deliver(List<DurableEvent> due) {
    if (!due.isEmpty()) {
      delivery.accept(due);
    }
  }

  /**
   * What is missing of a room.
   *
   * @param after the seq up to which everything was delivered
   * @param head the seq that the room has reached
   */
  record Gap(long after, long head) {}

  /** What is missing of a room, if something is. */
  synchronized Optional<Gap> gap(RoomId room) {
    return Optional.ofNullable(streams.get(room))
        .filter(RoomStream::isBehind)
        .map(stream -> new Gap(stream.position(), stream.head()));
  }

  /** The log has nothing of this gap: there is none, unless more was heard of it since. */
  synchronized void unfounded(RoomId room, Gap gap) {
    RoomStream stream = streams.get(room);
    if (stream != null && gap.equals(new Gap(stream.position(), stream.head()))) {
      stream.settle();
    }
  }

  /** What was missing was read, as far as the log had it. */
  synchronized void repaired(RoomId room) {
    RoomStream stream = streams.get(room);
    if (stream != null) {
      stream.repairing = false;
      reportGap(room, stream);
    }
  }
}
