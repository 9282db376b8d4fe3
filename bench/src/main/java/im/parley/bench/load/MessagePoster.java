package im.parley.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Says things in rooms over HTTP, one after the other: for preparing, not for measuring. */
public final class MessagePoster implements AutoCloseable {

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final String token;

  /** Speaks as someone with this token. */
  public MessagePoster(int port, String token) {
    this.port = port;
    this.token = token;
  }

  /** Says it, and waits for the acknowledgement. The text needs no escapes in JSON. */
  public void post(String room, String text) {
    String body = "{\"key\":\"%s\",\"text\":\"%s\"}".formatted(UUID.randomUUID(), text);
    URI uri = URI.create("http://127.0.0.1:" + port + "/v1/rooms/" + room + "/messages");
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 201) {
        throw new IllegalStateException("A message was answered with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody stops a measurement", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
