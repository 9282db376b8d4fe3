package im.parley.edge.engineio;

import im.parley.edge.websocket.Compression;
import im.parley.edge.websocket.WebSocketChannel;
import im.parley.edge.websocket.WebSocketTerms;
import im.parley.protocol.error.CloseCode;
import io.netty.channel.Channel;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket that begins a session, or that a session is to change to. As the transport of a
 * session it is used on its own event loop; for a session that lives on another there is {@link
 * FarSocket}.
 */
final class EngineWebSocket extends WebSocketChannel implements EngineTransport {

  private static final Logger log = LoggerFactory.getLogger(EngineWebSocket.class);

  private final EngineDoor door;
  private @Nullable EngineSession session;

  /**
   * On a connection that has left HTTP.
   *
   * @param session the one that is to change to it; null for a new one
   */
  EngineWebSocket(EngineDoor door, Channel channel, @Nullable EngineSession session) {
    super(channel, Compression.NONE);
    this.door = door;
    this.session = session;
  }

  @Override
  protected WebSocketTerms terms() {
    return door.terms();
  }

  @Override
  protected void opened() {
    if (session == null) {
      session = door.begin(this);
    } else {
      EngineSession known = session;
      inSession(known, () -> known.socketOpened(this));
    }
  }

  @Override
  protected void text(byte[] utf8) {
    heard(Packet.ofText(utf8));
  }

  @Override
  protected void binary(byte[] content) {
    heard(new Packet.Binary(content));
  }

  private void heard(Packet packet) {
    if (session != null) {
      EngineSession known = session;
      inSession(known, () -> known.heard(this, packet));
    }
  }

  @Override
  protected void closed() {
    if (session != null) {
      EngineSession known = session;
      inSession(known, () -> known.socketClosed(this));
    }
  }

  /** Does something where the session lives, in order. */
  private static void inSession(EngineSession session, Runnable action) {
    if (session.eventLoop().inEventLoop()) {
      action.run();
      return;
    }
    try {
      session.eventLoop().execute(action);
    } catch (RejectedExecutionException e) {
      log.debug("The server ends, and a session ended before its WebSocket", e);
    }
  }

  /** How a session writes to it. */
  EngineTransport transportFor(EngineSession one) {
    return one.eventLoop().equals(eventLoop()) ? this : new FarSocket(this, one.eventLoop());
  }

  /**
   * A client that is to come back gets no close frame: the official Java client would not notice
   * it, and wait for a ping. That a connection is lost, every client notices.
   */
  @Override
  public void end(CloseCode code) {
    switch (code.remedy()) {
      case RESUME -> hangUp(code);
      case NONE, REFRESH, SIGN_IN, REPAIR -> close(code);
    }
  }

  @Override
  public void discard() {
    // What was written is the channel's to send or to release.
  }
}
