package im.parley.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.RawClient.Answer;
import im.parley.edge.testing.TestServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAssetsTest {

  private static final ExecutorService VIRTUAL = Executors.newVirtualThreadPerTaskExecutor();
  private static final String SCRIPT = "/assets/app-abc123.js";
  private static final String NO_HEADERS = "";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.with(new WebAssets(WebAssetsTest.class.getClassLoader(), VIRTUAL));
  }

  @AfterAll
  static void stop() {
    server.close();
    VIRTUAL.close();
  }

  private static Answer get(String path, String headers) throws IOException {
    return get(server, path, headers);
  }

  private static Answer get(TestServer from, String path, String headers) throws IOException {
    try (RawClient client = new RawClient(from.port())) {
      return client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n").answer();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/rooms/r1",
        "/rooms/r1/details",
        "/rooms/",
        "/sign-in",
        "/index.html",
        "/?x=1"
      })
  void thePageIsServedWhereItsRoutesAre(String path) throws Exception {
    Answer answer = get(path, NO_HEADERS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("<title>Parley</title>");
    assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("cache-control")).isEqualTo("no-cache");
    assertThat(answer.header("etag")).matches("\"[0-9a-f]{24}\"");
    assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
  }

  @Test
  void thePageMayRunNothingForeignAndNothingInline() throws Exception {
    assertThat(get("/", NO_HEADERS).header("content-security-policy").split("; ", -1))
        .contains(
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' blob:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types notifications")
        .noneMatch(directive -> directive.contains("unsafe"));
  }

  @Test
  void aPageThatIsKnownIsNotSentAgain() throws Exception {
    String etag = get("/", NO_HEADERS).header("etag");
    for (String known : new String[] {etag, "W/" + etag, "\"other\", " + etag, "*"}) {
      Answer again = get("/rooms/r1", "If-None-Match: " + known + "\r\n");
      assertThat(again.status()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.header("etag")).isEqualTo(etag);
      assertThat(again.header("cache-control")).isEqualTo("no-cache");
    }
    assertThat(get("/", "If-None-Match: \"other\"\r\n").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none                   | identity | console.log",
        "gzip, deflate, br      | br       | brotli bytes",
        "GZIP                   | gzip     | gzip bytes",
        "br;q=0, gzip;q=0.5     | gzip     | gzip bytes",
        "br;q=0.000             | identity | console.log",
        "zstd                   | identity | console.log",
        "brotli                 | identity | console.log",
      })
  void theSmallestFormThatTheClientTakesIsSent(String accepted, String coding, String body)
      throws Exception {
    Answer answer =
        get(SCRIPT, accepted == null ? NO_HEADERS : "Accept-Encoding: " + accepted + "\r\n");
    assertThat(answer.body()).startsWith(body);
    assertThat(answer.header("content-encoding"))
        .isEqualTo(coding.equals("identity") ? "" : coding);
    assertThat(answer.header("vary")).isEqualTo("accept-encoding");
    assertThat(answer.header("content-type")).isEqualTo("text/javascript; charset=utf-8");
  }

  @Test
  void eachFormHasItsOwnTag() throws Exception {
    assertThat(get(SCRIPT, "Accept-Encoding: br\r\n").header("etag"))
        .isNotEqualTo(get(SCRIPT, NO_HEADERS).header("etag"));
  }

  @Test
  void assetsAreKeptForEverAndOtherFilesAreNot() throws Exception {
    assertThat(get(SCRIPT, NO_HEADERS).header("cache-control"))
        .isEqualTo("public, max-age=31536000, immutable");
    Answer font = get("/assets/text-abc123.woff2", "Accept-Encoding: br\r\n");
    assertThat(font.header("content-type")).isEqualTo("font/woff2");
    assertThat(font.header("content-encoding")).isEmpty();
    Answer icon = get("/icon.svg", NO_HEADERS);
    assertThat(icon.header("cache-control")).isEqualTo("no-cache");
    assertThat(icon.header("content-type")).isEqualTo("image/svg+xml");
    assertThat(icon.header("content-security-policy")).startsWith("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/assets/nothing.js",
        "/assets/",
        "/assets",
        "/assets/app-abc123.js.br",
        "/assets/secret.map",
        "/assets/../index.html",
        "/../web/index.html",
        "/assets/%2e%2e/index.html",
        "/assets%2fapp-abc123.js",
        "/%00",
        "/logback-test.xml",
        "/..",
        "//index.html",
        "/assets//x.js",
        "/rooms/../index.html",
        "/rooms/a%2fb",
        "/im/parley/edge/http/WebAssets.class",
        "/.hidden"
      })
  void thereIsNothingElse(String path) throws Exception {
    Answer answer = get(path, NO_HEADERS);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
  }

  @Test
  void filesAreOnlyRead() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      Answer answer =
          client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n").answer();
      assertThat(answer.status()).isEqualTo(405);
      assertThat(answer.header("allow")).isEqualTo("GET, HEAD");
      client.send("HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(client.head()).startsWith("HTTP/1.1 200 OK").contains("etag: ");
      assertThat(client.readToEnd()).isEmpty();
    }
  }

  @Test
  void aServerWithoutClientSaysWhatToDo() throws Exception {
    try (URLClassLoader empty = new URLClassLoader(new URL[0], null);
        TestServer bare = TestServer.with(new WebAssets(empty, VIRTUAL))) {
      Answer answer = get(bare, "/", NO_HEADERS);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("content-type")).startsWith("text/plain");
      assertThat(answer.body()).contains("npm run build");
      assertThat(get(bare, "/icon.svg", NO_HEADERS).status()).isEqualTo(404);
    }
  }
}
