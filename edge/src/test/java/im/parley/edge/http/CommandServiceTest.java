package im.parley.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.RawClient.Answer;
import im.parley.edge.testing.TestServer;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.RemoveMember;
import im.parley.protocol.command.SearchUsers;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(NoLeaks.class)
class CommandServiceTest {

  private static final String TOKEN = "Authorization: Bearer " + FakeChat.TOKEN + "\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String MESSAGES = "/v1/rooms/r1/messages";

  private final FakeChat chat = new FakeChat();
  private TestServer server;
  private RawClient client;

  @BeforeEach
  void start() throws Exception {
    server = TestServer.with(chat.service(OriginPolicy.direct(Set.of())));
    client = new RawClient(server.port());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
    chat.virtualThreads().close();
  }

  private Answer request(String method, String path, String headers, String body)
      throws IOException {
    String length = body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n";
    return client
        .send(method + " " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + length + "\r\n" + body)
        .answer();
  }

  private FakeChat.Sent sent() throws InterruptedException {
    FakeChat.Sent sent = chat.sent().poll(5, TimeUnit.SECONDS);
    assertThat(sent).isNotNull();
    return sent;
  }

  @Test
  void aCommandIsCarriedOutForItsCaller() throws Exception {
    Answer answer = request("GET", "/v1/me", TOKEN, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo("{\"user\":{\"id\":\"uada\",\"username\":\"ada\",\"displayName\":\"Ada\"}}");
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.header("cache-control")).isEqualTo("private, no-store");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
    assertThat(answer.header("access-control-allow-origin")).isEmpty();
    assertThat(answer.header("set-cookie")).isEmpty();
    assertThat(sent())
        .isEqualTo(
            new FakeChat.Sent(
                new Caller.SignedIn(FakeChat.ADA.id(), FakeChat.SESSION, "127.0.0.1"),
                new GetMe()));
  }

  @Test
  void pathAndBodyMakeOneCommand() throws Exception {
    Answer answer =
        request("POST", MESSAGES, TOKEN + JSON, "{\"key\":\"k1\",\"text\":\"hi\",\"room\":\"r2\"}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.body())
        .isEqualTo("{\"seq\":42,\"number\":31,\"at\":\"2026-11-22T12:00:00.000Z\"}");
    SendMessage command = (SendMessage) sent().command();
    assertThat(command.room().value()).as("the path wins").isEqualTo("r1");
    assertThat(command.text()).isEqualTo("hi");
  }

  @Test
  void pathAndQueryMakeOneCommand() throws Exception {
    assertThat(request("GET", "/v1/users?query=a%20d&limit=7", TOKEN, "").status()).isEqualTo(200);
    assertThat(sent().command()).isEqualTo(new SearchUsers("a d", 7));
    assertThat(request("DELETE", "/v1/rooms/r1/members/u2?user=u3", TOKEN, "").status())
        .isEqualTo(200);
    assertThat(((RemoveMember) sent().command()).user().value()).isEqualTo("u2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\":\"hi\"}                               | from-header",
        "{\"text\":\"hi\",\"key\":\"from-body\"}         | from-body",
        "{\"text\":\"\\\"key\\\":\",\"x\":{\"key\":1}}   | from-header",
        "{\"text\":\"key\"}                              | from-header",
      })
  void theIdempotencyKeyStandsInForTheBodys(String body, String expected) throws Exception {
    String headers = TOKEN + JSON + "Idempotency-Key: from-header\r\n";
    assertThat(request("POST", MESSAGES, headers, body.strip()).status()).isEqualTo(201);
    assertThat(((SendMessage) sent().command()).key().value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Authorization: Bearer nobody\r\n",
        "Authorization: Basic YWRhOmFkYQ==\r\n",
        "Authorization: Bearer\r\n",
        "Authorization: Bearer ada token\r\n",
        "Authorization: Bearer ada-token\r\nAuthorization: Bearer ada-token\r\n"
      })
  void whoIsNotSignedInIsTold(String headers) throws Exception {
    Answer answer = request("GET", "/v1/me", headers, "");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("www-authenticate")).isEqualTo("Bearer realm=\"parley\"");
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"unauthenticated\"");
    assertThat(chat.sent()).isEmpty();
  }

  @Test
  void aTokenOfEnormousLengthIsRefused() throws Exception {
    String headers = "Authorization: Bearer " + "a".repeat(5000) + "\r\n";
    assertThat(request("GET", "/v1/me", headers, "").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/v1/nothing,404,''",
    "GET,/v1/me/,404,''",
    "PUT,/v1/me,405,'GET, PATCH'",
    "OPTIONS,/v1/me,405,'GET, PATCH'",
    "POST,/v1/rooms/r1,405,'GET, PATCH'",
    "GET,/v1/rooms/%zz,400,''",
    "GET,/v1/users?query=%ff,400,''",
    "GET,/v1/users?limit=1&limit=2,400,''",
    "GET,/v1/users?limit=many,400,''",
    "GET,/v1/users?limit=99999999999999999999,400,''",
  })
  void whatLeadsNowhereIsRefused(String method, String path, int status, String allow)
      throws Exception {
    Answer answer = request(method, path, TOKEN, "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("allow")).isEqualTo(allow);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "none,415",
        "text/plain,415",
        "application/x-www-form-urlencoded,415",
        "application/jsonp,415",
        "application/json,201",
        "Application/JSON; charset=utf-8,201",
      })
  void aBodyMustSayThatItIsJson(String type, int status) throws Exception {
    String headers = TOKEN + (type == null ? "" : "Content-Type: " + type + "\r\n");
    String body = "{\"key\":\"k1\",\"text\":\"hi\"}";
    assertThat(request("POST", MESSAGES, headers, body).status()).isEqualTo(status);
  }

  @Test
  void aGetTakesNoBody() throws Exception {
    assertThat(request("GET", "/v1/me", TOKEN + JSON, "{}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"text\":1,\"key\":\"k\"}", "{\"text\":\"hi\"}", "nonsense"})
  void aBodyThatIsNoCommandIsRefused(String body) throws Exception {
    Answer answer = request("POST", MESSAGES, TOKEN + JSON, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"bad_request\"").doesNotContain("Exception");
    assertThat(chat.sent()).isEmpty();
  }

  @Test
  void aBodyOfBracketsIsRefused() throws Exception {
    Answer answer = request("POST", MESSAGES, TOKEN + JSON, "[".repeat(64 * 1024));
    assertThat(answer.status()).isEqualTo(400);
    String inField = "{\"text\":" + "[".repeat(60 * 1024);
    assertThat(request("POST", MESSAGES, TOKEN + JSON + "Idempotency-Key: k\r\n", inField).status())
        .isEqualTo(400);
  }

  @Test
  void aRefusalNamesItsField() throws Exception {
    Answer answer =
        request("POST", "/v1/rooms", TOKEN + JSON, "{\"kind\":\"public\",\"name\":\"Tea\"}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("\"field\":\"alias\"").contains("\"code\":\"conflict\"");
    assertThat(sent().command()).isInstanceOf(CreateRoom.class);
  }

  @ParameterizedTest
  @CsvSource({"RATE_LIMITED,1,429,1", "RATE_LIMITED,2500,429,3", "UNAVAILABLE,60000,503,60"})
  void whoIsPutOffIsToldForHowLong(ErrorCode code, long millis, int status, String seconds)
      throws Exception {
    chat.failWith(RefusedException.later(code, "Come back later", millis));
    Answer answer = request("GET", "/v1/me", TOKEN, "");
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("retry-after")).isEqualTo(seconds);
    assertThat(answer.body()).contains("\"retryAfterMs\":" + millis).contains("\"retry\":true");
  }

  @Test
  void aFaultShowsNothingOfItself() throws Exception {
    chat.failWith(new IllegalStateException("SELECT * FROM secrets"));
    Answer answer = request("GET", "/v1/me", TOKEN, "");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("\"code\":\"internal\"").doesNotContain("secrets");
  }

  @Test
  void aForeignPageIsNotLetIn() throws Exception {
    String preflight = "Origin: https://evil.example\r\nAccess-Control-Request-Method: GET\r\n";
    Answer answer = request("OPTIONS", "/v1/me", preflight, "");
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).noneMatch(line -> line.startsWith("access-control-"));
  }
}
