package im.parley.edge.testing;

import im.parley.edge.session.Connection;
import im.parley.edge.session.ConnectionAcceptor;
import im.parley.edge.session.ConnectionListener;
import im.parley.edge.session.RequestReader;
import im.parley.edge.websocket.WebSocketFrames;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.json.CommandReader.Request;
import im.parley.protocol.json.RequestId;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Sends every text back, and remembers its connections. */
public final class EchoAcceptor implements ConnectionAcceptor {

  /** Keeps a text as what its sender calls it. */
  public static final RequestReader READER =
      utf8 ->
          new Request.Refused(
              new RequestId(new String(utf8, StandardCharsets.UTF_8)),
              Refusal.of(ErrorCode.BAD_REQUEST, "This is an echo"));

  private final BlockingQueue<Connection> opened = new LinkedBlockingQueue<>();
  private final BlockingQueue<Connection> closed = new LinkedBlockingQueue<>();
  private final List<String> received = new CopyOnWriteArrayList<>();

  /** The connections that came in, the oldest first. */
  public BlockingQueue<Connection> opened() {
    return opened;
  }

  /** The connections that have closed, in order. */
  public BlockingQueue<Connection> closed() {
    return closed;
  }

  /** The texts that arrived, in order. */
  public List<String> received() {
    return received;
  }

  @Override
  public ConnectionListener accept(Connection connection) {
    opened.add(connection);
    return new ConnectionListener() {
      @Override
      public void received(Request request) {
        String text = request.id().json();
        received.add(text);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        connection.write(Unpooled.wrappedBuffer(WebSocketFrames.text(utf8)));
        connection.flush();
      }

      @Override
      public void closed() {
        closed.add(connection);
      }
    };
  }
}
