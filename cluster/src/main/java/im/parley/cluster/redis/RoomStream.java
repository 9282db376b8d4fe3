package im.parley.cluster.redis;

import im.parley.protocol.event.DurableEvent;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * How far this node has come in one room that it follows, and what arrived too early. Guarded by
 * {@link RoomStreams}.
 */
final class RoomStream {

  /** Before it is known where the stream begins. */
  private static final long UNKNOWN = -1;

  /** What arrives too early is kept up to this many events; the rest is read from the log. */
  private static final int MAX_EARLY = 256;

  /** Completes when the stream has begun. */
  final CompletableFuture<Void> heard = new CompletableFuture<>();

  /** Whether somebody is about to read what is missing from the log. */
  boolean repairing;

  private final TreeMap<Long, DurableEvent> early = new TreeMap<>();
  private long position = UNKNOWN;
  private long limit;

  private long head;

  /** A stream that delivers nothing after this seq until it is allowed to. */
  RoomStream(long limit) {
    this.limit = limit;
  }

  /** The seq up to which everything was delivered. */
  long position() {
    return position;
  }

  /** The stream begins after this seq, if it has not yet begun. */
  void beginAfter(long seq, List<DurableEvent> due) {
    if (position == UNKNOWN) {
      position = seq;
      drain(due);
    }
  }

  /** Delivers nothing after this seq any more; what arrives waits. */
  void stopAt(long seq) {
    limit = seq;
  }

  /** May deliver up to this seq; what is due now is added, in order. */
  void allow(long seq, List<DurableEvent> due) {
    limit = Math.max(limit, seq);
    drain(due);
  }

  /** The room has come as far as this. */
  void reached(long seq) {
    head = Math.max(head, seq);
  }

  /** An event has arrived; what is due now is added, in order. */
  void take(DurableEvent event, List<DurableEvent> due) {
    reached(event.seq());
    if (position != UNKNOWN && event.seq() == position + 1 && event.seq() <= limit) {
      position++;
      due.add(event);
      drain(due);
    } else if (event.seq() > position && early.size() < MAX_EARLY) {
      early.put(event.seq(), event);
    }
  }

  private void drain(List<DurableEvent> due) {
    if (position == UNKNOWN) {
      return;
    }
    early.headMap(position, true).clear();
    while (!early.isEmpty() && early.firstKey() == position + 1 && position < limit) {
      position++;
      due.add(early.pollFirstEntry().getValue());
    }
  }

  /** How far the room has come, as far as this node knows and may deliver. */
  long head() {
    return Math.min(head, limit);
  }

  /** The log has nothing more than what was delivered: what said so was wrong. */
  void settle() {
    head = position;
    early.clear();
  }

  /** Whether the room has come further than this node, which may deliver that. */
  boolean isBehind() {
    return position != UNKNOWN && head() > position;
  }
}
