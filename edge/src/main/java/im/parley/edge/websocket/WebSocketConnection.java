package im.parley.edge.websocket;

import im.parley.edge.session.Connection;
import im.parley.edge.session.ConnectionListener;
import im.parley.edge.session.WireCodec;
import io.netty.channel.Channel;
import org.jspecify.annotations.Nullable;

/** A WebSocket that carries the language as it is: one JSON object in one text message. */
final class WebSocketConnection extends WebSocketChannel implements Connection {

  private final WebSocketDoor door;
  private final WireCodec format;
  private @Nullable ConnectionListener listener;

  WebSocketConnection(WebSocketDoor door, Channel channel, Compression compression) {
    super(channel, compression);
    this.door = door;
    this.format = door.format(compression);
  }

  @Override
  protected WebSocketTerms terms() {
    return door.terms();
  }

  @Override
  protected void opened() {
    listener = door.acceptor().accept(this);
  }

  @Override
  protected void text(byte[] utf8) {
    if (listener != null) {
      listener.received(door.read(utf8));
    }
  }

  @Override
  protected void binary(byte[] content) {
    throw new IllegalStateException("The terms of this door are text alone");
  }

  @Override
  protected void closed() {
    if (listener != null) {
      listener.closed();
    }
  }

  @Override
  public WireCodec format() {
    return format;
  }
}
