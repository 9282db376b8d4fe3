package im.parley.app.client;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Someone with a live connection, who asks and waits, or listens. Used by one thread. */
public final class Client implements Closeable {

  private final Socket socket;
  private final Json welcome;
  private final Deque<Json> events = new ArrayDeque<>();
  private long lastId = 1;

  private Client(Socket socket, Json welcome) {
    this.socket = socket;
    this.welcome = welcome;
  }

  /** Connects and says hello. */
  public static Client hello(String url, Json hello) throws IOException {
    return hello(Socket.open(url), hello);
  }

  /** Says hello on a connection. */
  public static Client hello(Socket socket, Json hello) throws IOException {
    socket.send(Json.of("id", 1, "type", "hello", "data", hello).toString());
    Json reply = Json.parse(socket.next());
    if (!reply.has("ok")) {
      throw new AssertionError("Hello was refused: " + reply);
    }
    return new Client(socket, reply.at("ok"));
  }

  /** Connects with a token, and nothing to resume. */
  public static Client hello(String url, String token) throws IOException {
    return hello(url, Json.of("token", token));
  }

  /** What hello was answered with. */
  public Json welcome() {
    return welcome;
  }

  /** The room that everyone is in. */
  public String general() {
    return welcome.list("rooms").stream()
        .filter(room -> room.text("name").equals("general"))
        .findFirst()
        .orElseThrow()
        .text("id");
  }

  /** Sends a command and waits for its reply; events on the way are kept. */
  public Json ask(String type, Object... namesAndValues) throws IOException {
    long id = tell(type, namesAndValues);
    while (true) {
      Json message = Json.parse(socket.next());
      if (message.has("id") && message.number("id") == id) {
        return message;
      }
      events.add(message);
    }
  }

  /** Sends a command and does not wait. Returns its id. */
  public long tell(String type, Object... namesAndValues) throws IOException {
    long id = ++lastId;
    socket.send(Json.of("id", id, "type", type, "data", Json.of(namesAndValues)).toString());
    return id;
  }

  /** The next message of any kind. */
  public Json next() throws IOException {
    Json kept = events.poll();
    return kept == null ? Json.parse(socket.next()) : kept;
  }

  /** The next event of this type; others before it are passed over. */
  public Json next(String type) throws IOException {
    while (true) {
      Json message = next();
      if (message.has("type") && message.text("type").equals(type)) {
        return message;
      }
    }
  }

  public Socket socket() {
    return socket;
  }

  @Override
  public void close() {
    socket.close();
  }
}
