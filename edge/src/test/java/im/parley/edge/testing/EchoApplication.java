package im.parley.edge.testing;

import im.parley.edge.socketio.Arguments;
import im.parley.edge.socketio.SocketIoApplication;
import im.parley.edge.socketio.SocketIoEvent;
import im.parley.edge.socketio.SocketIoListener;
import im.parley.edge.socketio.SocketIoSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets everyone into two namespaces, says back what it hears, and acknowledges what asks for it.
 */
public final class EchoApplication implements SocketIoApplication {

  private static final Set<String> NAMESPACES = Set.of("/", "/custom");

  private final AtomicInteger clients = new AtomicInteger();

  @Override
  public boolean has(String namespace) {
    return NAMESPACES.contains(namespace);
  }

  @Override
  public SocketIoListener enter(SocketIoSocket socket) {
    return new SocketIoListener() {
      @Override
      public void connect(byte[] auth) {
        socket.accept("client" + clients.incrementAndGet());
        socket.emit("auth", Arguments.of(List.of(auth)));
      }

      @Override
      public void event(SocketIoEvent event) {
        switch (event.name()) {
          case "message" -> socket.emit("message-back", event.arguments());
          case "message-with-ack" ->
              event.ack().ifPresent(id -> socket.acknowledge(id, event.arguments()));
          default -> {}
        }
      }

      @Override
      public void left() {}
    };
  }
}
