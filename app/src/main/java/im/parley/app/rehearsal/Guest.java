package im.parley.app.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody at a browser, who speaks HTTP with a server. */
final class Guest {

  private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
  private static final Pattern ACCESS_TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
  private static final Pattern COOKIE = Pattern.compile("([^;]+)");

  private final HttpClient http;
  private final String url;
  private String token = "";
  private String cookie = "";

  Guest(HttpClient http, String url) {
    this.http = http;
    this.url = url;
  }

  /** Loads the page and every file that it names. */
  void openPage() throws IOException, InterruptedException {
    Matcher file = FILE.matcher(send("GET", "/", "").body());
    while (file.find()) {
      send("GET", file.group(1), "");
    }
  }

  void signUp(String username) throws IOException, InterruptedException {
    enter("/v1/accounts", credentials(username));
  }

  void signIn(String username) throws IOException, InterruptedException {
    enter("/v1/sessions", credentials(username));
  }

  void refresh() throws IOException, InterruptedException {
    enter("/v1/sessions/refresh", "{}");
  }

  private static String credentials(String username) {
    return "{\"username\":\"" + username + "\",\"password\":\"correct horse battery\"}";
  }

  private void enter(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send("POST", path, body);
    token = found(ACCESS_TOKEN, answer.body());
    cookie = found(COOKIE, answer.headers().firstValue("Set-Cookie").orElseThrow());
  }

  /** Looks at something. */
  String get(String path) throws IOException, InterruptedException {
    return send("GET", path, "").body();
  }

  /** Connects and says hello. */
  Conversation connect() throws IOException {
    return Conversation.begin(url, token);
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Accept-Encoding", "gzip, deflate, br")
            .header("Content-Type", "application/json")
            .header("Origin", url)
            .header("Parley-Refresh", "cookie")
            .header("Authorization", "Bearer " + token)
            .header("Cookie", cookie)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(method + " " + path + " was refused: " + answer.body());
    }
    return answer;
  }

  /** What a pattern's first group is in a text. */
  static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException(pattern + " is not in: " + text);
    }
    return matcher.group(1);
  }
}
