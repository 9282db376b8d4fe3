package im.parley.edge.fanout;

import im.parley.protocol.error.CloseCode;
import im.parley.protocol.id.RoomId;
import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * The part of the fan-out that lives on one event loop. At the end of each turn in which something
 * happened, every room writes its batch and every socket that got something is flushed once; when
 * idle nothing waits. A turn that writes to many sessions is cut into slices, between which the
 * loop reads: what is sent meanwhile is on the disk when the next batch begins, and goes with it.
 * Confined to the loop, except where said otherwise.
 */
final class LoopFanOut {

  /** What a session has not read is bounded; beyond this it must reconnect and resume. */
  private static final long MAX_PENDING_BYTES = 1024 * 1024;

  /** So many sessions are written to at a time. */
  private static final int SLICE = 128;

  private final EventLoop eventLoop;
  private final RoomTails tails;
  private final CatchUps catchUps;
  private final FanOutMeter meter;
  private final Map<RoomId, RoomSubscribers> rooms = new HashMap<>();
  private final Queue<RoomSubscribers> producing = new ArrayDeque<>();
  private final List<Subscriber> awaitingFlush = new ArrayList<>();
  private boolean turnEnds;

  LoopFanOut(EventLoop eventLoop, RoomTails tails, CatchUps catchUps, FanOutMeter meter) {
    this.eventLoop = eventLoop;
    this.tails = tails;
    this.catchUps = catchUps;
    this.meter = meter;
  }

  /** Durable events for this loop's sessions. Called on any thread, in order. */
  void deliver(List<Frame> frames) {
    eventLoop.execute(() -> {
      for (Frame frame : frames) {
        RoomSubscribers room = rooms.get(frame.event().room());
        if (room != null) {
          room.deliver(frame);
        }
      }
    });
  }

  /** Something of the moment for this loop's sessions. Called on any thread. */
  void signal(RoomId id, Encodings signal) {
    eventLoop.execute(() -> {
      RoomSubscribers room = rooms.get(id);
      if (room != null) {
        room.signal(signal);
      }
    });
  }

  /** A session enters a room's stream, with the gate closed. */
  Subscription subscribe(Subscriber subscriber, StartAfter start) {
    return rooms
        .computeIfAbsent(start.room(), id -> new RoomSubscribers(id, tails.follow(id), this))
        .add(subscriber, start);
  }

  void unsubscribe(Subscription subscription) {
    RoomSubscribers room = subscription.room;
    room.remove(subscription);
    if (room.isEmpty() && rooms.remove(room.id(), room)) {
      room.writeAll();
      tails.leave(room.id());
    }
  }

  /** A subscription must read what it missed before it can be let in. */
  void catchUp(Subscription subscription) {
    catchUps.start(List.of(subscription));
  }

  /** A room has gathered something for the end of the turn. */
  void produced(RoomSubscribers room) {
    producing.add(room);
    endTurnLater();
  }

  /** A session was written to. */
  void flushLater(Subscriber subscriber) {
    if (!subscriber.awaitsFlush) {
      subscriber.awaitsFlush = true;
      awaitingFlush.add(subscriber);
      endTurnLater();
    }
  }

  void delivering(Frame frame, int receivers) {
    meter.delivering(frame.event().data().type(), receivers);
  }

  /** Whether a session reads what it is sent. If it does not, it is closed, to come back later. */
  boolean keepsUp(Subscriber subscriber) {
    if (subscriber.pendingBytes() <= MAX_PENDING_BYTES) {
      return true;
    }
    meter.tooSlow();
    subscriber.close(CloseCode.SLOW_CONSUMER);
    return false;
  }

  private void endTurnLater() {
    if (!turnEnds) {
      turnEnds = true;
      eventLoop.execute(this::endTurn);
    }
  }

  private void endTurn() {
    writeSlice();
    flush();
    turnEnds = !producing.isEmpty();
    if (turnEnds) {
      // A timer that is due at once comes after the sockets; a task would come before them.
      var _ = eventLoop.schedule(this::endTurn, 0, TimeUnit.NANOSECONDS);
    }
  }

  /** Rooms take turns, so that a small one does not wait for a large one. */
  private void writeSlice() {
    int left = SLICE;
    while (left > 0 && !producing.isEmpty()) {
      RoomSubscribers room = producing.remove();
      left -= room.writeSome(left);
      if (room.isProducing()) {
        producing.add(room);
      }
    }
  }

  private void flush() {
    for (int i = 0; i < awaitingFlush.size(); i++) {
      Subscriber subscriber = awaitingFlush.get(i);
      subscriber.awaitsFlush = false;
      subscriber.flush();
    }
    awaitingFlush.clear();
  }
}
