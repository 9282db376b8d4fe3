package im.parley.edge.fanout;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;

/**
 * How those who read alike get what happens. What goes to many is encoded once for each format that
 * one of them reads, and all who read it share the bytes. Safe to share.
 */
public interface WireFormat {

  /**
   * A durable event.
   *
   * @param readers how many will share this, at least 1: what effort it is worth
   * @return a whole frame
   */
  byte[] event(DurableEvent event, int readers);

  /**
   * Something of the moment.
   *
   * @param readers how many will share this, at least 1: what effort it is worth
   * @return a whole frame
   */
  byte[] signal(SignalEvent event, int readers);
}
