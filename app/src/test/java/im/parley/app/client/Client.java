package im.parley.app.client;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Someone with a live connection, who asks and waits, or listens. Used by one thread. */
public final class Client implements Closeable {

  private final Socket socket;
  private final Json welcome;
  private final List<Json> kept = new ArrayList<>();
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
    return next(message -> message.has("id") && message.number("id") == id);
  }

  /** Sends a command that is carried out; what it is answered with. */
  public Json done(String type, Object... namesAndValues) throws IOException {
    Json reply = ask(type, namesAndValues);
    if (!reply.has("ok")) {
      throw new AssertionError(type + " was refused: " + reply);
    }
    return reply.at("ok");
  }

  /** Sends a command that is refused; the error. */
  public Json refused(String type, Object... namesAndValues) throws IOException {
    Json reply = ask(type, namesAndValues);
    if (!reply.has("error")) {
      throw new AssertionError(type + " was not refused: " + reply);
    }
    return reply.at("error");
  }

  /** Says something, under a key of its own. Returns the seq. */
  public long say(String room, String text) throws IOException {
    String key = UUID.randomUUID().toString();
    return done("message.send", "room", room, "key", key, "text", text).number("seq");
  }

  /** Sends a command and does not wait. Returns its id. */
  public long tell(String type, Object... namesAndValues) throws IOException {
    long id = ++lastId;
    socket.send(Json.of("id", id, "type", type, "data", Json.of(namesAndValues)).toString());
    return id;
  }

  /** The next message of any kind. */
  public Json next() throws IOException {
    return next(_ -> true);
  }

  /** The next event of this type; others are kept. */
  public Json next(String type) throws IOException {
    return next(message -> message.isEvent(type));
  }

  /** The next event of this type in this room; others are kept. */
  public Json next(String type, String room) throws IOException {
    return next(message -> message.isEvent(type) && message.text("room").equals(room));
  }

  /** The next message like this; others are kept. */
  public Json next(Predicate<Json> wanted) throws IOException {
    for (int i = 0; i < kept.size(); i++) {
      if (wanted.test(kept.get(i))) {
        return kept.remove(i);
      }
    }
    while (true) {
      Json message = Json.parse(socket.next());
      if (wanted.test(message)) {
        return message;
      }
      kept.add(message);
    }
  }

  /** Everything that came, up to this event of a room. */
  public List<Json> heardUntil(String room, long seq) throws IOException {
    List<Json> heard = new ArrayList<>();
    Json message = next();
    while (!(message.has("seq") && message.isIn(room) && message.number("seq") == seq)) {
      heard.add(message);
      message = next();
    }
    heard.add(message);
    return heard;
  }

  public Socket socket() {
    return socket;
  }

  @Override
  public void close() {
    socket.close();
  }
}
