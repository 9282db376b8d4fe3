package im.parley.app.rehearsal;

import java.io.IOException;
import java.util.regex.Pattern;

/** A live connection of somebody who asks, and waits for each answer. */
final class Conversation {

  private static final Pattern ROOM = Pattern.compile("\"rooms\":\\[\\{\"id\":\"([^\"]+)\"");

  private final BrowserSocket socket;
  private final String room;
  private int lastId = 1;

  private Conversation(BrowserSocket socket, String room) {
    this.socket = socket;
    this.room = room;
  }

  /** Connects with this token and says hello. */
  static Conversation begin(String url, String token) throws IOException {
    BrowserSocket socket = BrowserSocket.open(url);
    socket.send("{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\"" + token + "\"}}");
    return new Conversation(socket, Guest.found(ROOM, reply(socket, 1)));
  }

  /** The room that everyone is in. */
  String room() {
    return room;
  }

  /** Sends a command about the room, and waits for its answer. */
  void ask(String type, String fields) throws IOException {
    int id = ++lastId;
    String data = "{\"room\":\"" + room + "\"," + fields + "}";
    socket.send("{\"id\":" + id + ",\"type\":\"" + type + "\",\"data\":" + data + "}");
    reply(socket, id);
  }

  /** Says something. */
  void say(String key, String text) throws IOException {
    ask("message.send", "\"key\":\"" + key + "\",\"text\":\"" + text + "\"");
  }

  /** The reply to a command; events on the way are passed over. */
  private static String reply(BrowserSocket socket, int id) throws IOException {
    String begin = "{\"id\":" + id + ",";
    String message = socket.next();
    while (!message.startsWith(begin)) {
      message = socket.next();
    }
    if (!message.startsWith(begin + "\"ok\":")) {
      throw new IOException("A command was refused: " + message);
    }
    return message;
  }

  /** Says goodbye. */
  void end() throws IOException {
    socket.close();
  }
}
