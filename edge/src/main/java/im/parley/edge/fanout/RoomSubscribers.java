package im.parley.edge.fanout;

import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import java.util.ArrayList;
import java.util.List;

/** Everyone on one event loop who is in one room. Confined to the loop. */
final class RoomSubscribers {

  private final RoomId id;
  private final RoomTail tail;
  private final LoopFanOut loop;
  private final List<OpenReaders> readers = new ArrayList<>(1); // for each format once
  private final List<Subscription> gated = new ArrayList<>(1);
  private int openCount;

  /** Whether the loop knows that something is to be written. */
  private boolean producing;

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

  void flushLater(Subscriber subscriber) {
    loop.flushLater(subscriber);
  }

  /** Someone comes, with the gate closed. */
  Subscription add(Subscriber subscriber, StartAfter start) {
    Subscription subscription = new Subscription(subscriber, this, start);
    gated.add(subscription);
    tail.audience().add(subscriber.format());
    return subscription;
  }

  /**
   * A subscription has read everything up to a seq.
   *
   * @return false if the live stream is further already, and it must read on
   */
  boolean caughtUp(Subscription subscription, long delivered) {
    if (delivered < lastSeq) {
      return false;
    }
    if (openCount == 0) {
      // Nobody waits for what the log has and the live stream has not brought yet.
      lastSeq = delivered;
    }
    if (delivered == lastSeq) {
      letIn(subscription);
    } else {
      subscription.gate = new Subscription.Gate.Ready(delivered);
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
      gather();
      for (int i = 0; i < readers.size(); i++) {
        readers.get(i).gatherEvent(frame);
      }
      loop.delivering(frame, openCount);
    }
  }

  /** Something of the moment, for those who are there. */
  void signal(Encodings signal) {
    if (openCount > 0) {
      gather();
      for (int i = 0; i < readers.size(); i++) {
        readers.get(i).gatherSignal(signal);
      }
    }
  }

  private void gather() {
    if (!producing) {
      producing = true;
      loop.produced(this);
    }
  }

  /**
   * Writes what the room produced, to some of those who are in it.
   *
   * @return to how many
   */
  int writeSome(int most) {
    int written = 0;
    boolean more = false;
    for (int i = 0; i < readers.size(); i++) {
      written += readers.get(i).writeSome(loop, most - written);
      more |= readers.get(i).hasMore();
    }
    producing = more;
    return written;
  }

  /** Whether something is still to be written. */
  boolean isProducing() {
    return producing;
  }

  /** Everyone gets what the room produced so far. */
  void writeAll() {
    for (int i = 0; i < readers.size(); i++) {
      readers.get(i).writeAll(loop);
    }
  }

  void remove(Subscription subscription) {
    switch (subscription.gate) {
      case Subscription.Gate.Open _ -> {
        readers(subscription.subscriber.format()).remove(subscription);
        openCount--;
      }
      case Subscription.Gate.CatchingUp _, Subscription.Gate.Ready _ -> gated.remove(subscription);
      case Subscription.Gate.Closed _ -> {
        return;
      }
    }
    subscription.gate = Subscription.Gate.CLOSED;
    tail.audience().remove(subscription.subscriber.format());
  }

  private void openReady(long seq) {
    for (int i = gated.size() - 1; i >= 0; i--) {
      Subscription subscription = gated.get(i);
      if (subscription.gate instanceof Subscription.Gate.Ready(long delivered) && delivered < seq) {
        if (delivered == seq - 1) {
          letIn(subscription);
        } else {
          subscription.gate = new Subscription.Gate.CatchingUp(delivered, false);
          loop.catchUp(subscription);
        }
      }
    }
  }

  private void letIn(Subscription subscription) {
    // What is gathered so far is older than the newcomer's place in the stream. Writing it may send
    // others away; the newcomer is still among the gated then, and the room is not given up.
    writeAll();
    gated.remove(subscription);
    readers(subscription.subscriber.format()).add(subscription);
    openCount++;
    subscription.gate = Subscription.Gate.OPEN;
  }

  private OpenReaders readers(WireFormat format) {
    for (int i = 0; i < readers.size(); i++) {
      if (readers.get(i).format().equals(format)) {
        return readers.get(i);
      }
    }
    OpenReaders first = new OpenReaders(format);
    readers.add(first);
    return first;
  }

  private void depart(Frame frame, LeaveReason reason) {
    List<Subscription> leaving = new ArrayList<>(1);
    for (OpenReaders some : readers) {
      some.findDeparting(frame, leaving);
    }
    for (Subscription subscription : gated) {
      if (subscription.isOwnDeparture(frame)) {
        leaving.add(subscription);
      }
    }
    if (!leaving.isEmpty()) {
      writeAll();
    }
    for (Subscription subscription : leaving) {
      remove(subscription);
      subscription.subscriber.removed(id, reason);
    }
  }
}
