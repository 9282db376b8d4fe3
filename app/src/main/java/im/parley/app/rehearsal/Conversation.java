package im.parley.app.rehearsal;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/** A live connection of somebody who asks, and waits for each answer. */
final class Conversation {

  private static final Pattern ROOM = Pattern.compile("\"rooms\":\\[\\{\"id\":\"([^\"]+)\"");

  private final WebSocket socket;
  private final Listener heard;
  private final String room;
  private int lastId = 1;

  private Conversation(WebSocket socket, Listener heard, String room) {
    this.socket = socket;
    this.heard = heard;
    this.room = room;
  }

  /** Connects with this token and says hello. */
  static Conversation begin(HttpClient http, String url, String token) {
    Listener heard = new Listener();
    WebSocket socket =
        http.newWebSocketBuilder()
            .subprotocols("parley.v1")
            .header("Origin", url)
            .buildAsync(URI.create(url.replaceFirst("http", "ws") + "/v1/connect"), heard)
            .join();
    socket
        .sendText("{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\"" + token + "\"}}", true)
        .join();
    return new Conversation(socket, heard, Guest.found(ROOM, heard.reply(1)));
  }

  /** The room that everyone is in. */
  String room() {
    return room;
  }

  /** Sends a command about the room, and waits for its answer. */
  void ask(String type, String fields) {
    int id = ++lastId;
    String data = "{\"room\":\"" + room + "\"," + fields + "}";
    socket
        .sendText("{\"id\":" + id + ",\"type\":\"" + type + "\",\"data\":" + data + "}", true)
        .join();
    heard.reply(id);
  }

  /** Says something. */
  void say(String key, String text) {
    ask("message.send", "\"key\":\"" + key + "\",\"text\":\"" + text + "\"");
  }

  /** Says goodbye. */
  void end() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    heard.closed.join();
  }

  /** Keeps each message that arrives whole. */
  private static final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      closed.complete(status);
      return CompletableFuture.completedStage(null);
    }

    /** Waits for the reply to a command; events on the way are passed over. */
    String reply(int id) {
      String begin = "{\"id\":" + id + ",";
      try {
        String message = messages.take();
        while (!message.startsWith(begin)) {
          message = messages.take();
        }
        if (!message.startsWith(begin + "\"ok\":")) {
          throw new IllegalStateException("A command was refused: " + message);
        }
        return message;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
