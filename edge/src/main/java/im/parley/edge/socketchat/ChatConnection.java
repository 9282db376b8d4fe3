package im.parley.edge.socketchat;

import im.parley.edge.session.Connection;
import im.parley.edge.session.WireCodec;
import im.parley.edge.socketio.SocketIoSocket;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;

/** A client of Socket.IO in the chat. */
final class ChatConnection implements Connection {

  private final SocketIoSocket socket;
  private final SocketIoCodec codec;

  ChatConnection(SocketIoSocket socket, SocketIoCodec codec) {
    this.socket = socket;
    this.codec = codec;
  }

  @Override
  public EventLoop eventLoop() {
    return socket.session().eventLoop();
  }

  @Override
  public WireCodec format() {
    return codec;
  }

  @Override
  public String address() {
    return socket.session().address();
  }

  @Override
  public void write(ByteBuf frames) {
    socket.write(frames);
  }

  @Override
  public void flush() {
    socket.session().flush();
  }

  @Override
  public void writeThen(ByteBuf frames, Runnable taken) {
    socket.writeThen(frames, taken);
  }

  @Override
  public long pendingBytes() {
    return socket.session().pendingBytes();
  }

  /** The session below asks for signs of life in its own way. */
  @Override
  public void ping() {}

  @Override
  public long lastHeardNanos() {
    return socket.session().lastHeardNanos();
  }

  /**
   * Official clients come back by themselves when their transport closes, and stay away when they
   * were sent away or not let in.
   */
  @Override
  public void close(CloseCode code) {
    switch (code) {
      // Not let in, and told so by the answer to CONNECT.
      case NO_HELLO, TOKEN_EXPIRED -> socket.leave();
      default -> {
        socket.write(Unpooled.wrappedBuffer(codec.closing(code)));
        switch (code.remedy()) {
          case RESUME -> {}
          case NONE, REFRESH, SIGN_IN, REPAIR -> socket.disconnect();
        }
        socket.close(code);
      }
    }
  }
}
