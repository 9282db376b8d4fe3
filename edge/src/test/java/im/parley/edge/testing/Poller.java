package im.parley.edge.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of Engine.IO that polls, right or wrong. */
public final class Poller {

  private static final Pattern SID = Pattern.compile("\"sid\":\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String url;
  private final String sid;

  private Poller(String url, String sid) {
    this.url = url;
    this.sid = sid;
  }

  /** Nobody's yet: a path with its query, beside which nothing is sent. */
  public static Poller at(int port, String path) {
    return new Poller("http://127.0.0.1:" + port + path, "");
  }

  /** Begins a session. */
  public static Poller open(int port, String path) throws Exception {
    Poller nobody = at(port, path + "?EIO=4&transport=polling");
    Matcher matcher = SID.matcher(nobody.poll().body());
    if (!matcher.find()) {
      throw new IOException("No session was begun");
    }
    return new Poller(nobody.url, matcher.group(1));
  }

  public String sid() {
    return sid;
  }

  /** Asks, and waits for the answer. */
  public HttpResponse<String> poll(String... headers) throws Exception {
    return http.send(request(headers).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Asks, and does not wait. */
  public CompletableFuture<HttpResponse<String>> pollLater() {
    return http.sendAsync(request().GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Brings packets; the status that it is answered with. */
  public HttpResponse<String> push(String body) throws Exception {
    return send("POST", body);
  }

  /** Sends a body with any method. */
  public HttpResponse<String> send(String method, String body) throws Exception {
    return http.send(
        request().method(method, HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sid.isEmpty() ? url : url + "&sid=" + sid))
            .timeout(PATIENCE);
    return headers.length == 0 ? request : request.headers(headers);
  }
}
