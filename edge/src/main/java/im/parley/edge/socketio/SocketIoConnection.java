package im.parley.edge.socketio;

import im.parley.edge.engineio.EngineListener;
import im.parley.edge.engineio.EngineSession;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.Unpooled;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One client, in as many namespaces as it likes. What it sends that is no Socket.IO ends its
 * session. Confined to the session's event loop.
 */
final class SocketIoConnection implements EngineListener {

  /** In how many namespaces a client may be at once. */
  private static final int MAX_NAMESPACES = 16;

  private static final byte[] INVALID =
      "{\"message\":\"Invalid namespace\"}".getBytes(StandardCharsets.US_ASCII);

  private final EngineSession session;
  private final SocketIoApplication application;
  private final SocketIoConfig config;
  private final Map<String, Entry> entries = new HashMap<>(2);
  private @Nullable Assembly assembly;
  private @Nullable ScheduledFuture<?> patience;

  /** A namespace that the client is in. */
  private record Entry(SocketIoSocket socket, SocketIoListener listener) {

    void left() {
      socket.gone();
      listener.left();
    }
  }

  /** A packet whose attachments are still coming. */
  private record Assembly(SocketIoPacket.Incomplete packet, List<byte[]> attachments) {}

  SocketIoConnection(
      EngineSession session, SocketIoApplication application, SocketIoConfig config) {
    this.session = session;
    this.application = application;
    this.config = config;
    awaitConnect();
  }

  private void awaitConnect() {
    patience =
        session
            .eventLoop()
            .schedule(
                () -> session.close(CloseCode.NO_HELLO),
                config.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void text(byte[] utf8) {
    if (assembly == null) {
      take(SocketIoReader.read(utf8));
    } else {
      broken();
    }
  }

  @Override
  public void binary(byte[] content) {
    if (assembly == null) {
      broken();
      return;
    }
    Assembly current = assembly;
    current.attachments().add(content);
    if (current.attachments().size() == current.packet().attachments()) {
      assembly = null;
      take(SocketIoPacket.complete(current.packet().packet(), current.attachments()));
    }
  }

  private void take(SocketIoPacket packet) {
    switch (packet) {
      case SocketIoPacket.Connect(String namespace, byte[] auth) -> connect(namespace, auth);
      case SocketIoPacket.Disconnect(String namespace) -> leave(entry(namespace));
      case SocketIoPacket.Emitted(String namespace, SocketIoEvent event) -> {
        Entry entry = entry(namespace);
        if (entry != null) {
          entry.listener().event(event);
        }
      }
      case SocketIoPacket.Acknowledged(String namespace, long id, Arguments arguments) -> {
        Entry entry = entry(namespace);
        if (entry != null) {
          entry.listener().acknowledged(id, arguments);
        }
      }
      case SocketIoPacket.Incomplete incomplete ->
          assembly = new Assembly(incomplete, new ArrayList<>(incomplete.attachments()));
      case SocketIoPacket.Broken() -> broken();
    }
  }

  private void broken() {
    session.close(CloseCode.PROTOCOL_ERROR);
  }

  /** Where the client is; a client that speaks where it is not has lost its way, and is cut off. */
  private @Nullable Entry entry(String namespace) {
    Entry entry = entries.get(namespace);
    if (entry == null) {
      broken();
    }
    return entry;
  }

  private void connect(String namespace, byte[] auth) {
    if (!application.has(namespace)) {
      session.write(Unpooled.wrappedBuffer(SocketIoFrames.refused(namespace, INVALID)));
      session.flush();
    } else if (entries.containsKey(namespace) || entries.size() == MAX_NAMESPACES) {
      broken();
    } else {
      enter(namespace, auth);
    }
  }

  private void enter(String namespace, byte[] auth) {
    if (patience != null) {
      patience.cancel(false);
      patience = null;
    }
    SocketIoSocket socket = new SocketIoSocket(this, namespace);
    SocketIoListener listener = application.enter(socket);
    entries.put(namespace, new Entry(socket, listener));
    listener.connect(auth);
  }

  EngineSession session() {
    return session;
  }

  /** The client is in a namespace no longer. */
  void leave(String namespace) {
    leave(entries.get(namespace));
  }

  private void leave(@Nullable Entry entry) {
    if (entry == null) {
      return;
    }
    entries.remove(entry.socket().namespace());
    entry.left();
    if (entries.isEmpty() && patience == null) {
      awaitConnect();
    }
  }

  @Override
  public void closed() {
    List<Entry> left = List.copyOf(entries.values());
    entries.clear();
    if (patience != null) {
      patience.cancel(false);
    }
    left.forEach(Entry::left);
  }
}
