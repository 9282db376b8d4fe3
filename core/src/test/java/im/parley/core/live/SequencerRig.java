package im.parley.core.live;

import im.parley.core.log.Draft;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.Page;
import im.parley.core.log.RoomCreated;
import im.parley.core.log.RoomLog;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Message;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/** A sequencer between a bus and an output, whose fetches run when the test says so. */
final class SequencerRig {

  static final RoomId ROOM = new RoomId("r1");
  static final UserId ADA = new UserId("ada");

  final GrowingLog log = new GrowingLog();
  final Output out = new Output();
  final Queue<Runnable> fetches = new ArrayDeque<>();
  final Queue<Runnable> retries = new ArrayDeque<>();
  final RoomSequencer sequencer = new RoomSequencer(log, out, fetches::add, retries::add);

  /** The bus brings events of the room. */
  void arrive(long... seqs) {
    sequencer.events(LongStream.of(seqs).mapToObj(seq -> event(ROOM, seq)).toList());
  }

  void runFetches() {
    run(fetches);
  }

  void runRetries() {
    run(retries);
  }

  static DurableEvent event(RoomId room, long seq) {
    Fact fact = new Fact.MessagePosted("hello", seq, new MessageKey("k" + seq));
    return new DurableEvent(room, seq, Instant.EPOCH, ADA, fact);
  }

  /** The whole log of a room that has come so far. */
  static List<Long> upTo(long seq) {
    return LongStream.rangeClosed(1, seq).boxed().toList();
  }

  private static void run(Queue<Runnable> tasks) {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** What came out. */
  static class Output implements NodeListener {

    final List<Long> seqs = new ArrayList<>();
    final List<RoomId> rooms = new ArrayList<>();
    final List<String> others = new ArrayList<>();

    @Override
    public void events(List<DurableEvent> events) {
      for (DurableEvent event : events) {
        seqs.add(event.seq());
        rooms.add(event.room());
      }
    }

    @Override
    public void signal(RoomId room, Signal signal) {
      others.add(signal.wireName() + " in " + room);
    }

    @Override
    public void notice(UserId user, Notice notice) {
      others.add("notice to " + user);
    }
  }

  /** A log of one room that can be read only. */
  static final class GrowingLog implements RoomLog {

    private long head;
    private long readable = Long.MAX_VALUE;
    boolean broken;

    void growTo(long seq) {
      head = seq;
    }

    /** A reader sees no more than this. */
    void readsUpTo(long seq) {
      readable = seq;
    }

    @Override
    public Page<DurableEvent> events(RoomId room, long after, int limit) {
      if (broken) {
        throw new IllegalStateException("The disk is away");
      }
      long end = room.equals(ROOM) ? Math.min(head, readable) : 0;
      long last = Math.min(end, after + limit);
      return new Page<>(
          LongStream.rangeClosed(after + 1, last).mapToObj(seq -> event(room, seq)).toList(),
          last < end);
    }

    @Override
    public String epoch() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Outcome> append(Draft draft) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<RoomCreated> create(NewRoom room) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Page<Message> messages(RoomId room, HistoryWindow window, int limit) {
      throw new UnsupportedOperationException();
    }
  }
}
