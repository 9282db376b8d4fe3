package im.parley.app;

import im.parley.app.config.CommandLineSettings;
import im.parley.app.config.ServerConfig;
import im.parley.app.config.Setting;
import im.parley.app.config.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A short life of a server on an empty directory: someone signs up, connects and says something.
 * The Java runtime records what that needs, and later starts find it ready (JEP 514).
 */
final class Rehearsal {

  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern ROOM = Pattern.compile("\"rooms\":\\[\\{\"id\":\"([^\"]+)\"");

  private Rehearsal() {}

  static int run() {
    try {
      Path data = Files.createTempDirectory("parley-rehearsal");
      try (ParleyServer server = ParleyServer.start(config(data))) {
        play(server.url());
      } finally {
        delete(data);
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static ServerConfig config(Path data) {
    Map<Setting, String> values = Map.of(Setting.PORT, "0", Setting.DATA, data.toString());
    return ServerConfig.of(
        Settings.read(new CommandLineSettings(values, Optional.empty()), Map.of()));
  }

  private static void play(String url) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest page = HttpRequest.newBuilder(URI.create(url + "/")).build();
      http.send(page, HttpResponse.BodyHandlers.discarding());
      HttpRequest register =
          HttpRequest.newBuilder(URI.create(url + "/v1/accounts"))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"username\":\"rehearsal\",\"password\":\"correct horse\"}"))
              .build();
      String signedIn = http.send(register, HttpResponse.BodyHandlers.ofString()).body();
      converse(http, url, found(ACCESS_TOKEN, signedIn));
    }
  }

  private static void converse(HttpClient http, String url, String token) {
    Listener listener = new Listener();
    WebSocket socket =
        http.newWebSocketBuilder()
            .subprotocols("parley.v1")
            .buildAsync(URI.create(url.replaceFirst("http", "ws") + "/v1/connect"), listener)
            .join();
    var _ =
        socket.sendText(
            "{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\"" + token + "\"}}", true);
    String room = found(ROOM, listener.next.join());
    listener.next = new CompletableFuture<>();
    var _ =
        socket.sendText(
            "{\"id\":2,\"type\":\"message.send\",\"data\":{\"room\":\""
                + room
                + "\",\"key\":\"k1\",\"text\":\"Is this on?\"}}",
            true);
    listener.next.join();
    socket.abort();
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("The rehearsal failed: " + pattern + " not found");
    }
    return matcher.group(1);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Hands on each message that arrives whole. */
  private static final class Listener implements WebSocket.Listener {

    private final StringBuilder text = new StringBuilder();
    private volatile CompletableFuture<String> next = new CompletableFuture<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        next.complete(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }
  }
}
