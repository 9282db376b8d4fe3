package im.parley.app.client;

import io.socket.client.Ack;
import io.socket.client.IO;
import io.socket.client.Socket;
import java.io.Closeable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.json.JSONObject;

/** Someone with the official Java client of Socket.IO, as it is. */
public final class IoClient implements Closeable {

  private static final long PATIENCE_SECONDS = 30;

  private final Socket socket;
  private final Map<String, String> auth = new ConcurrentHashMap<>();
  private final Map<String, BlockingQueue<Json>> heard = new ConcurrentHashMap<>();

  private IoClient(String url, String token, List<String> transports) {
    auth.put("token", token);
    this.socket =
        IO.socket(
            URI.create(url),
            IO.Options.builder()
                .setForceNew(true)
                .setTransports(transports.toArray(String[]::new))
                .setAuth(auth)
                .setReconnectionDelay(100)
                .setReconnectionDelayMax(300)
                .build());
    for (String name :
        List.of(
            "hello",
            "message.posted",
            "room.synced",
            "room.added",
            "command.refused",
            "connection.closing")) {
      on(name);
    }
    socket.on(Socket.EVENT_CONNECT_ERROR, arguments -> put(Socket.EVENT_CONNECT_ERROR, arguments));
    socket.on(
        Socket.EVENT_DISCONNECT,
        arguments -> queue(Socket.EVENT_DISCONNECT).add(Json.of("reason", arguments[0])));
  }

  private void on(String name) {
    socket.on(name, arguments -> put(name, arguments));
  }

  private void put(String name, Object[] arguments) {
    Object first = arguments[0];
    queue(name)
        .add(
            first instanceof JSONObject json
                ? Json.parse(json.toString())
                : Json.of("text", String.valueOf(first)));
  }

  private BlockingQueue<Json> queue(String name) {
    return heard.computeIfAbsent(name, _ -> new LinkedBlockingQueue<>());
  }

  /** Connects by these transports, and does not wait. */
  public static IoClient open(String url, String token, String... transports) {
    IoClient client = new IoClient(url, token, List.of(transports));
    client.socket.connect();
    return client;
  }

  /** Says, from the next connection on, how far it has come. */
  public void resumeFrom(String room, long seq, String epoch) {
    auth.put("resume", Json.of(room, seq).toString());
    auth.put("epoch", epoch);
  }

  /** The next event of this name. */
  public Json next(String name) throws InterruptedException {
    Json next = queue(name).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("No " + name + " came; there came " + heard);
    }
    return next;
  }

  /** Whether nothing of this name has come that was not taken. */
  public boolean hasHeardNo(String name) {
    return queue(name).isEmpty();
  }

  /** Why the connection was lost. */
  public String disconnected() throws InterruptedException {
    return next(Socket.EVENT_DISCONNECT).text("reason");
  }

  /** Emits a command and waits for its acknowledgement. */
  public Json ask(String name, Object... namesAndValues) throws Exception {
    CompletableFuture<Json> answer = new CompletableFuture<>();
    JSONObject fields = new JSONObject(Json.of(namesAndValues).toString());
    Ack ack = arguments -> answer.complete(Json.parse(arguments[0].toString()));
    socket.emit(name, fields, ack);
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Emits an event that asks for nothing. */
  public void tell(String name, Object... arguments) {
    socket.emit(name, arguments);
  }

  /** Says something in a room; its seq. */
  public long say(String room, String key, String text) throws Exception {
    return ask("message.send", "room", room, "key", key, "text", text).at("ok").number("seq");
  }

  public boolean isConnected() {
    return socket.connected();
  }

  /** Whether it is going to come back by itself. */
  public boolean isActive() {
    return socket.isActive();
  }

  @Override
  public void close() {
    socket.close();
  }
}
