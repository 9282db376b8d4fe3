package im.parley.edge.fanout;

import im.parley.protocol.event.DurableEvent;

/** A durable event, encoded once for all who get it. */
final class Frame {

  private final DurableEvent event;
  private final byte[] bytes;

  /** Of an event and its whole frame, which is shared and never changed from now on. */
  Frame(DurableEvent event, byte[] bytes) {
    this.event = event;
    this.bytes = bytes;
  }

  DurableEvent event() {
    return event;
  }

  long seq() {
    return event.seq();
  }

  byte[] bytes() {
    return bytes;
  }
}
