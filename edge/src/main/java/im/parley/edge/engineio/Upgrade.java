package im.parley.edge.engineio;

import im.parley.protocol.error.CloseCode;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session's change from polling to a WebSocket, while the client tries that out. Confined to the
 * session's event loop.
 */
final class Upgrade {

  private final EventLoop eventLoop;
  private final Duration patience;
  private @Nullable EngineWebSocket candidate;

  /**
   * None is underway.
   *
   * @param patience how long one may take
   */
  Upgrade(EventLoop eventLoop, Duration patience) {
    this.eventLoop = eventLoop;
    this.patience = patience;
  }

  boolean isUnderway() {
    return candidate != null;
  }

  /** Whether it is this WebSocket that is tried out. */
  boolean isTo(EngineWebSocket socket) {
    return socket.equals(candidate);
  }

  /** A WebSocket is tried out from now on; none was. */
  void begin(EngineWebSocket socket) {
    candidate = socket;
    var _ = eventLoop.schedule(() -> giveUp(socket), patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void giveUp(EngineWebSocket socket) {
    if (isTo(socket)) {
      giveUp();
    }
  }

  /** The session stays as it is, and the WebSocket is closed, if there is one. */
  void giveUp() {
    if (candidate != null) {
      refuse(candidate);
      candidate = null;
    }
  }

  /** Closes a WebSocket that no session wants. */
  static void refuse(EngineWebSocket socket) {
    socket.eventLoop().execute(() -> socket.close(CloseCode.PROTOCOL_ERROR));
  }

  /** It is over, one way or the other: the WebSocket is tried out no longer. */
  void end() {
    candidate = null;
  }
}
