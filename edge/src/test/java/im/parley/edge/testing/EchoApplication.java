package im.parley.edge.testing;

import im.parley.edge.socketio.Arguments;
import im.parley.edge.socketio.SocketIoApplication;
import im.parley.edge.socketio.SocketIoEvent;
import im.parley.edge.socketio.SocketIoListener;
import im.parley.edge.socketio.SocketIoSocket;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * Lets everyone into two namespaces, says back what it hears, and acknowledges what asks for it.
 */
public final class EchoApplication implements SocketIoApplication {

  private static final Set<String> NAMESPACES = Set.of("/", "/custom");

  private static final int BREATH_MILLIS = 10;

  private final AtomicInteger clients = new AtomicInteger();

  /** Does what comes after a client was let in. */
  private final BiConsumer<EventLoop, Runnable> next;

  private EchoApplication(BiConsumer<EventLoop, Runnable> next) {
    this.next = next;
  }

  /** For clients that take what comes together. */
  public static EchoApplication atOnce() {
    return new EchoApplication((_, action) -> action.run());
  }

  /** For suites that wait for one frame at a time, and lose one that comes with another. */
  static EchoApplication takingBreath() {
    return new EchoApplication((loop, action) -> {
      var _ = loop.schedule(action, BREATH_MILLIS, TimeUnit.MILLISECONDS);
    });
  }

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
        Arguments said = Arguments.of(List.of(auth));
        next.accept(socket.session().eventLoop(), () -> socket.emit("auth", said));
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
