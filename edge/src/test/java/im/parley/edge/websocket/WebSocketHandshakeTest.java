package im.parley.edge.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.http.HttpAnswer;
import im.parley.edge.http.HttpCall;
import im.parley.edge.http.OriginPolicy;
import im.parley.edge.websocket.WebSocketHandshake.Verdict;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebSocketHandshakeTest {

  /** The example of RFC 6455, section 1.3. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final String ACCEPT = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

  private static HttpRequest request() {
    return request(HttpVersion.HTTP_1_1, HttpMethod.GET, "/v1/connect");
  }

  private static HttpRequest request(HttpVersion version, HttpMethod method, String uri) {
    HttpRequest request = new DefaultHttpRequest(version, method, uri);
    request
        .headers()
        .set("Host", "chat.example:8080")
        .set("Upgrade", "websocket")
        .set("Connection", "Upgrade")
        .set("Sec-WebSocket-Key", KEY)
        .set("Sec-WebSocket-Version", "13");
    return request;
  }

  private static Verdict judge(HttpRequest request) {
    OriginPolicy origins = OriginPolicy.direct(Set.of("https://friend.example"));
    return new WebSocketHandshake(origins).judge(new HttpCall(request, new byte[0], "127.0.0.1"));
  }

  private static Verdict judge(Consumer<HttpRequest> change) {
    HttpRequest request = request();
    change.accept(request);
    return judge(request);
  }

  /** The status, 101 when it is accepted. */
  private static int status(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted _ -> 101;
      case Verdict.Refused(var _, HttpAnswer answer) -> answer.status().code();
    };
  }

  @Test
  void theRfcsExampleIsAccepted() {
    assertThat(judge(request()))
        .isInstanceOfSatisfying(
            Verdict.Accepted.class,
            accepted -> {
              assertThat(accepted.headers().get("Sec-WebSocket-Accept")).isEqualTo(ACCEPT);
              assertThat(accepted.headers().contains("Sec-WebSocket-Protocol")).isFalse();
              assertThat(accepted.headers().contains("Sec-WebSocket-Extensions")).isFalse();
              assertThat(accepted.compression()).isEqualTo(Compression.NONE);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Upgrade               | WebSocket                | 101",
        "Upgrade               | h2c, websocket           | 101",
        "Upgrade               | h2c                      | 426",
        "Connection            | keep-alive, UPGRADE      | 101",
        "Connection            | keep-alive               | 426",
        "Connection            | upgraded                 | 426",
        "Sec-WebSocket-Version | 8                        | 426",
        "Sec-WebSocket-Version | 0                        | 426",
        "Sec-WebSocket-Version | 99                       | 426",
        "Sec-WebSocket-Version | 13, 8                    | 426",
        "Sec-WebSocket-Key     | dG9vc2hvcnQ=             | 400",
        "Sec-WebSocket-Key     | dGhlIHNhbXBsZSBub25jZQ   | 400",
        "Sec-WebSocket-Key     | dGhlIHNhbXBsZSBub25j!!== | 400",
        "Sec-WebSocket-Key     | c2V2ZW50ZWVuIGJ5dGVzLi4= | 400",
        "Sec-WebSocket-Protocol | parley.v1               | 101",
        "Sec-WebSocket-Protocol | chat, parley.v1         | 101",
        "Sec-WebSocket-Protocol | chat                    | 400",
        "Sec-WebSocket-Protocol | parley.v10              | 400",
        "Sec-WebSocket-Extensions | permessage-deflate    | 101",
        "Sec-WebSocket-Extensions | x-unknown; a=1; b     | 101",
        "Sec-WebSocket-Extensions | ;                     | 400",
        "Sec-WebSocket-Extensions | permessage-deflate;   | 400",
        "Sec-WebSocket-Extensions | permessage-deflate; = | 400",
        "Sec-WebSocket-Extensions | a; b=                 | 400",
        "Sec-WebSocket-Extensions | a; b=c d              | 400",
        "Sec-WebSocket-Extensions | a b                   | 400",
        "Sec-WebSocket-Extensions | a; b=\"               | 400",
        "Sec-WebSocket-Extensions | a; b=\"\"             | 400",
        "Sec-WebSocket-Extensions | a; b=\"c             | 400",
        "Sec-WebSocket-Extensions | a; b=\"c d\"          | 400",
        "Sec-WebSocket-Extensions | a; b=\"c\\             | 400",
        "Sec-WebSocket-Extensions | a; b=\"c\"d           | 400",
        "Sec-WebSocket-Extensions | a/b                   | 400",
        "Sec-WebSocket-Extensions | a, (b)                | 400",
        "Sec-WebSocket-Extensions | é                     | 400",
        "Origin                | http://chat.example:8080 | 101",
        "Origin                | https://friend.example   | 101",
        "Origin                | null                     | 403",
        "Origin                | https://chat.example:8080 | 403",
        "Origin                | http://chat.example      | 403",
        "Origin                | http://chat.example:8081 | 403",
        "Origin                | http://chat.example:8080.evil.example | 403",
        "Origin                | http://evilchat.example:8080 | 403",
        "Origin                | http://evil.example      | 403",
        "Origin                | file://                  | 403",
      })
  void eachFieldIsLookedAt(String name, String value, int expected) {
    assertThat(status(judge(request -> request.headers().set(name, value)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Upgrade,426",
    "Connection,426",
    "Sec-WebSocket-Version,426",
    "Sec-WebSocket-Key,400"
  })
  void eachFieldIsNeeded(String name, int expected) {
    assertThat(status(judge(request -> request.headers().remove(name)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-WebSocket-Key", "Sec-WebSocket-Version", "Origin"})
  void fieldsOfOneValueMayNotComeTwice(String name) {
    String value =
        name.equals("Origin") ? "http://chat.example:8080" : request().headers().get(name);
    Verdict verdict = judge(request -> request.headers().set(name, value).add(name, value));
    assertThat(status(verdict)).isGreaterThanOrEqualTo(400);
  }

  @Test
  void theSubprotocolIsConfirmedWhenItIsOffered() {
    Verdict verdict =
        judge(request -> request.headers().set("Sec-WebSocket-Protocol", "chat, parley.v1"));
    assertThat(((Verdict.Accepted) verdict).headers().get("Sec-WebSocket-Protocol"))
        .isEqualTo("parley.v1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permessage-deflate                                        | AGREED",
        "permessage-deflate; client_max_window_bits                | AGREED", // browsers
        "permessage-deflate; client_max_window_bits=8              | AGREED",
        "permessage-deflate; client_max_window_bits=\"15\"         | AGREED",
        "permessage-deflate; client_max_window_bits=\"1\\5\"       | AGREED",
        "permessage-deflate; client_max_window_bits=7              | ''",
        "permessage-deflate; client_max_window_bits=16             | ''",
        "permessage-deflate; client_max_window_bits=08             | ''",
        "permessage-deflate; client_max_window_bits=ten            | ''",
        "permessage-deflate; server_max_window_bits=15             | AGREED;"
            + " server_max_window_bits=15",
        "permessage-deflate; server_max_window_bits=14             | ''",
        "permessage-deflate; server_max_window_bits=8              | ''",
        "permessage-deflate; server_max_window_bits                | ''",
        "permessage-deflate; server_max_window_bits=015            | ''",
        "permessage-deflate; server_no_context_takeover            | AGREED",
        "permessage-deflate; client_no_context_takeover            | AGREED",
        "permessage-deflate; server_no_context_takeover=1          | ''",
        "permessage-deflate; client_no_context_takeover=\"true\"   | ''",
        "permessage-deflate; client_no_context_takeover; client_no_context_takeover | ''",
        "permessage-deflate; client_max_window_bits; client_max_window_bits=15      | ''",
        "permessage-deflate; compression_level=9                   | ''",
        "permessage-deflate; Server_No_Context_Takeover            | ''",
        "Permessage-Deflate                                        | ''",
        "permessage-bzip2                                          | ''",
        "x-webkit-deflate-frame, permessage-deflate                | AGREED",
        "permessage-deflate; server_max_window_bits=10, permessage-deflate | AGREED",
        "permessage-deflate; x, permessage-deflate; server_max_window_bits=15 | AGREED;"
            + " server_max_window_bits=15",
        "permessage-deflate; server_max_window_bits=15, permessage-deflate | AGREED;"
            + " server_max_window_bits=15",
        ", permessage-deflate ,                                    | AGREED",
        "permessage-deflate ; client_max_window_bits = 9 ; server_no_context_takeover | AGREED",
        "','                                                       | ''",
      })
  void compressionIsAgreedOnOnlyWithoutContext(String offer, String answer) {
    assertAnswer(
        judge(request -> request.headers().set("Sec-WebSocket-Extensions", offer)), answer);
  }

  @Test
  void offersMayComeInSeveralFields() {
    Verdict verdict =
        judge(request ->
            request
                .headers()
                .add("Sec-WebSocket-Extensions", "x-one; a, permessage-deflate; unknown")
                .add("Sec-WebSocket-Extensions", "")
                .add("Sec-WebSocket-Extensions", "permessage-deflate"));
    assertAnswer(verdict, "AGREED");
  }

  private static void assertAnswer(Verdict verdict, String answer) {
    String agreed = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
    Verdict.Accepted accepted = (Verdict.Accepted) verdict;
    assertThat(accepted.headers().getAll("Sec-WebSocket-Extensions"))
        .isEqualTo(answer.isEmpty() ? List.of() : List.of(answer.replace("AGREED", agreed)));
    assertThat(accepted.compression())
        .isEqualTo(answer.isEmpty() ? Compression.NONE : Compression.DEFLATE);
  }

  @Test
  void aWrongVersionIsToldTheRightOne() {
    Verdict verdict = judge(request -> request.headers().set("Sec-WebSocket-Version", "8"));
    assertThat(((Verdict.Refused) verdict).answer().headers().get("Sec-WebSocket-Version"))
        .isEqualTo("13");
  }

  @Test
  void onlyGetOfHttp11Connects() {
    assertThat(status(judge(request(HttpVersion.HTTP_1_1, HttpMethod.POST, "/v1/connect"))))
        .isEqualTo(405);
    assertThat(status(judge(request(HttpVersion.HTTP_1_0, HttpMethod.GET, "/v1/connect"))))
        .isEqualTo(426);
  }

  @Test
  void aTokenInTheUrlIsRefused() {
    HttpRequest request = request(HttpVersion.HTTP_1_1, HttpMethod.GET, "/v1/connect?token=x");
    assertThat(status(judge(request))).isEqualTo(400);
  }
}
