package im.parley.edge.session;

import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/**
 * One live connection, as a door offers it. Every method but {@link #eventLoop} and {@link
 * #address} is called on the connection's own event loop.
 */
public interface Connection {

  /** The event loop that the connection lives on. */
  EventLoop eventLoop();

  /** The network address of the peer, without its port. */
  String address();

  /** Whether anything written now can still reach the peer. */
  boolean isOpen();

  /**
   * Queues bytes that are ready for the wire. The connection releases them.
   *
   * @param frames one or more whole frames in this door's format
   */
  void write(ByteBuf frames);

  /** Hands everything queued to the socket. */
  void flush();

  /** How many queued bytes the socket has not taken yet. */
  long pendingBytes();

  /** Asks the peer for a sign of life. */
  void ping();

  /** When the peer last sent anything, by {@link System#nanoTime}. */
  long lastHeardNanos();

  /** Says why and closes, after what was queued. Closing twice does nothing. */
  void close(CloseCode code);

  /** Closes at once, without a word and without what was queued: the peer does not read. */
  void abort(CloseCode code);
}
