package im.parley.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.RawClient.Answer;
import im.parley.edge.testing.TestServer;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshCookieTest {

  private static final String ASKED = "Parley-Refresh: cookie\r\n";
  private static final String COOKIE = "Cookie: other=1; parley_refresh=refresh-1\r\n";
  private static final String CREDENTIALS = "{\"username\":\"ada\",\"password\":\"correct horse\"}";
  private static final String CLEARED = "parley_refresh=; Max-Age=0;";

  private final FakeChat chat = new FakeChat();
  private TestServer server = TestServer.with(chat.service(OriginPolicy.direct(Set.of())));

  @AfterEach
  void stop() {
    server.close();
    chat.virtualThreads().close();
  }

  private Answer post(String path, String headers, String body) throws IOException {
    return send("POST", path, headers + "Content-Type: application/json\r\n", body);
  }

  private Answer send(String method, String path, String headers, String body) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      String head = method + " " + path + " HTTP/1.1\r\nHost: chat.example\r\n" + headers;
      String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
      return client.send(head + length + "\r\n" + body).answer();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accounts", "/v1/sessions"})
  void whoeverAsksGetsTheTokenInACookieOnly(String path) throws Exception {
    Answer answer = post(path, ASKED, CREDENTIALS);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body()).contains("accessToken").doesNotContain("refresh");
    assertThat(answer.header("set-cookie").split("; ", -1))
        .contains(
            "parley_refresh=refresh-1", "Max-Age=2592000", "Path=/", "HTTPOnly", "SameSite=Strict")
        .noneMatch(part -> part.equals("Secure") || part.startsWith("Domain"));
    assertThat(answer.header("cache-control")).isEqualTo("private, no-store");
  }

  @Test
  void whoeverDoesNotGetsItInTheBodyOnly() throws Exception {
    Answer answer = post("/v1/sessions", "", CREDENTIALS);
    assertThat(answer.body()).contains("\"refreshToken\":\"refresh-1\"");
    assertThat(answer.header("set-cookie")).isEmpty();
  }

  @Test
  void throughTlsTheCookieIsBoundToTheHost() throws Exception {
    server.close();
    server = TestServer.with(chat.service(OriginPolicy.behind("https://chat.example", Set.of())));
    Answer answer = post("/v1/sessions", ASKED + "Origin: https://chat.example\r\n", CREDENTIALS);
    assertThat(answer.header("set-cookie").split("; ", -1))
        .contains("__Host-parley_refresh=refresh-1", "Path=/", "Secure", "HTTPOnly")
        .noneMatch(part -> part.startsWith("Domain"));
    Answer unprefixed = post("/v1/sessions/refresh", ASKED + COOKIE, "{}");
    assertThat(unprefixed.status()).isEqualTo(401);
    String bound = "Cookie: __Host-parley_refresh=refresh-1\r\n";
    assertThat(post("/v1/sessions/refresh", ASKED + bound, "{}").status()).isEqualTo(200);
  }

  @Test
  void aRefreshReadsTheCookieAndRotatesIt() throws Exception {
    Answer answer = post("/v1/sessions/refresh", ASKED + COOKIE, "{}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("accessToken").doesNotContain("refresh");
    assertThat(answer.header("set-cookie")).startsWith("parley_refresh=refresh-2;");
    assertThat(chat.sent().element().command()).isEqualTo(new RefreshSession("refresh-1"));
  }

  @Test
  void theCookieWinsOverTheBody() throws Exception {
    post("/v1/sessions/refresh", ASKED + COOKIE, "{\"refreshToken\":\"another\"}");
    assertThat(chat.sent().element().command()).isEqualTo(new RefreshSession("refresh-1"));
  }

  @Test
  void theCookieAloneDoesNothing() throws Exception {
    Answer answer = post("/v1/sessions/refresh", COOKIE, "{}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"refreshToken\"");
    assertThat(chat.sent()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Cookie: parley_refresh=void\r\n", "Cookie: parley_refresh=\r\n"})
  void aVoidCookieIsTakenBack(String cookie) throws Exception {
    Answer answer = post("/v1/sessions/refresh", ASKED + cookie, "{}");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("set-cookie")).startsWith(CLEARED);
  }

  @Test
  void aCookieIsKeptWhenTheServerIsTheOneAtFault() throws Exception {
    chat.failWith(RefusedException.later(ErrorCode.UNAVAILABLE, "The store is away", 1000));
    assertThat(post("/v1/sessions/refresh", ASKED + COOKIE, "{}").header("set-cookie")).isEmpty();
    chat.failWith(new IllegalStateException("a fault"));
    assertThat(post("/v1/sessions/refresh", ASKED + COOKIE, "{}").header("set-cookie")).isEmpty();
  }

  @Test
  void signingOutTakesTheCookieBack() throws Exception {
    String token = "Authorization: Bearer " + FakeChat.TOKEN + "\r\n";
    assertThat(send("DELETE", "/v1/sessions/current", token + COOKIE, "").header("set-cookie"))
        .startsWith(CLEARED);
    assertThat(send("DELETE", "/v1/sessions/current", token, "").header("set-cookie")).isEmpty();
    assertThat(send("DELETE", "/v1/sessions/s9", token + COOKIE, "").header("set-cookie"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Origin         | https://evil.example         | 403",
        "Origin         | null                         | 403",
        "Origin         | https://chat.example         | 403",
        "Origin         | http://chat.example:81       | 403",
        "Origin         | http://chat.example.evil     | 403",
        "Origin         | http://chat.example          | 200",
        "Sec-Fetch-Site | cross-site                   | 403",
        "Sec-Fetch-Site | same-origin                  | 200",
        "Sec-Fetch-Site | none                         | 200",
      })
  void foreignPagesAreRefused(String name, String value, int status) throws Exception {
    String headers = ASKED + COOKIE + name + ": " + value + "\r\n";
    Answer answer = post("/v1/sessions/refresh", headers, "{}");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(chat.sent()).hasSize(status == 200 ? 1 : 0);
    assertThat(answer.header("set-cookie").isEmpty()).isEqualTo(status != 200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/accounts", "/v1/sessions", "/v1/sessions/refresh"})
  void formsAreRefused(String path) throws Exception {
    for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded"}) {
      String headers = COOKIE + "Content-Type: " + type + "\r\n";
      assertThat(send("POST", path, headers, "{\"a\":\"b\"}").status()).isEqualTo(415);
    }
    assertThat(send("GET", "/v1/sessions/refresh", COOKIE, "").status()).isEqualTo(405);
    assertThat(chat.sent()).isEmpty();
  }
}
