package im.parley.edge.session;

import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/**
 * One live connection, as a door offers it. Every method but {@link #eventLoop}, {@link #address}
 * and {@link #format} is called on the connection's own event loop.
 */
public interface Connection {

  /** The event loop that the connection lives on. */
  EventLoop eventLoop();

  /** How its peer speaks and is spoken to; always the same. */
  WireCodec format();

  /** The network address of the peer, without its port. */
  String address();

  /**
   * Queues bytes that are ready for the wire. The connection releases them; when it is closing it
   * does nothing else with them.
   *
   * @param frames one or more whole frames in this door's format
   */
  void write(ByteBuf frames);

  /** Hands everything queued to the socket. */
  void flush();

  /**
   * Queues bytes and flushes; then runs the action on the event loop, once the socket has taken
   * them or the connection has closed.
   */
  void writeThen(ByteBuf frames, Runnable taken);

  /** How many queued bytes the socket has not taken yet. */
  long pendingBytes();

  /** Asks the peer for a sign of life. */
  void ping();

  /** When the peer last sent anything, by {@link System#nanoTime}. */
  long lastHeardNanos();

  /**
   * Says why and closes, after what was queued. A peer that does not answer, or does not read, is
   * cut off soon after. Closing twice does nothing.
   */
  void close(CloseCode code);
}
