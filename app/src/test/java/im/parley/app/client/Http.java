package im.parley.app.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * Somebody who speaks HTTP with a server.
 *
 * @param url where the server is
 * @param token an access token; empty for nobody's
 */
public record Http(String url, String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Asks for what is at a path. */
  public Answer get(String path, String... headers) throws IOException, InterruptedException {
    return send("GET", path, "", headers);
  }

  /** Sends an object to a path. */
  public Answer post(String path, Json body, String... headers)
      throws IOException, InterruptedException {
    return send("POST", path, body.toString(), headers);
  }

  /** Deletes what is at a path. */
  public Answer delete(String path, String... headers) throws IOException, InterruptedException {
    return send("DELETE", path, "", headers);
  }

  /** Sends any request: its headers as names and values in turn, an empty body for none. */
  public Answer send(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        body.isEmpty()
            ? request(method, path, BodyPublishers.noBody())
            : request(method, path, BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/json");
    HttpResponse<String> response =
        HTTP.send(with(headers, request), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.headers(), response.body());
  }

  /** The same, with any body, for one of bytes. */
  public HttpResponse<byte[]> exchange(
      String method, String path, HttpRequest.BodyPublisher body, String... headers)
      throws IOException, InterruptedException {
    return HTTP.send(
        with(headers, request(method, path, body)), HttpResponse.BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    if (!token.isEmpty()) {
      request.setHeader("Authorization", "Bearer " + token);
    }
    return request.method(method, body);
  }

  private static HttpRequest with(String[] headers, HttpRequest.Builder request) {
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request.build();
  }

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, String body) {

    /** The body, an object. */
    public Json json() {
      return Json.parse(body);
    }

    /** The body of an answer with this status. */
    public Json json(int expected) {
      if (status != expected) {
        throw new AssertionError("Not " + expected + " but " + status + ": " + body);
      }
      return json();
    }

    /** A header field; empty if it is not there, or not alone. */
    public Optional<String> header(String name) {
      return headers.allValues(name).size() == 1 ? headers.firstValue(name) : Optional.empty();
    }
  }
}
