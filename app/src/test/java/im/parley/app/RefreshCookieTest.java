package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Http;
import im.parley.app.client.Http.Answer;
import im.parley.app.client.Json;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A browser keeps its refresh token where no script can read it. */
class RefreshCookieTest {

  private static final String ASK = "Parley-Refresh";
  private static final String REFRESH = "/v1/sessions/refresh";

  @RunningServer({"--public-url", "https://chat.example.org"})
  private static Server server;

  @Test
  void theTokenIsInTheCookieAndNotInTheBody() throws Exception {
    Answer answer = signUp();
    assertThat(answer.json(201).fields())
        .containsOnlyKeys("user", "accessToken", "accessExpiresAt", "session");
    String cookie = answer.header("Set-Cookie").orElseThrow();
    assertThat(attributes(cookie))
        .contains("httponly", "samesite=strict", "path=/", "secure", "max-age=2592000")
        .noneMatch(attribute -> attribute.startsWith("domain"));
    assertThat(cookie).startsWith("__Host-parley_refresh=pr_");
  }

  @Test
  void whoDoesNotAskForItGetsNoCookie() throws Exception {
    Answer answer = nobody().post("/v1/accounts", account());
    assertThat(answer.json(201).fields()).containsKey("refreshToken");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void theCookieRefreshesOnceAndIsReplaced() throws Exception {
    Answer first = signUp();
    Answer second = refresh(cookie(first));
    assertThat(second.json(200).fields()).doesNotContainKey("refreshToken");
    assertThat(cookie(second)).isNotEqualTo(cookie(first));
    assertThat(refresh(cookie(second)).status()).isEqualTo(200);
  }

  @Test
  void aCookieThatOpensNothingIsTakenBack() throws Exception {
    Answer first = signUp();
    refresh(cookie(first)).json(200);
    Answer reused = refresh(cookie(first));
    assertThat(reused.json(401).text("code")).isEqualTo("unauthenticated");
    assertCleared(reused);
    assertThat(nobody().post(REFRESH, Json.of(), ASK, "cookie").status()).isEqualTo(401);
  }

  @Test
  void signingOutTakesTheCookieBack() throws Exception {
    Answer signedUp = signUp();
    Answer signedOut =
        server
            .http(signedUp.json().text("accessToken"))
            .delete("/v1/sessions/current", ASK, "cookie", "Cookie", cookie(signedUp));
    assertThat(signedOut.status()).isEqualTo(200);
    assertCleared(signedOut);
    assertThat(refresh(cookie(signedUp)).status()).isEqualTo(401);
  }

  @Test
  void aPageOfAnotherSiteCannotUseTheCookie() throws Exception {
    String cookie = cookie(signUp());
    for (String origin :
        List.of(
            "https://evil.example",
            "null",
            "http://chat.example.org",
            "https://chat.example.org:8443",
            "https://chat.example.org.evil.example",
            server.url())) {
      Answer answer =
          nobody().post(REFRESH, Json.of(), ASK, "cookie", "Cookie", cookie, "Origin", origin);
      assertThat(answer.status()).as(origin).isEqualTo(403);
    }
    Answer crossSite =
        nobody()
            .post(
                REFRESH,
                Json.of(),
                ASK,
                "cookie",
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "cross-site");
    assertThat(crossSite.status()).isEqualTo(403);
    Answer withoutAsking = nobody().post(REFRESH, Json.of(), "Cookie", cookie);
    assertThat(withoutAsking.json(400).text("field")).isEqualTo("refreshToken");
    Answer form =
        nobody().send("POST", REFRESH, "a=b", "Cookie", cookie, "Content-Type", "text/plain");
    assertThat(form.status()).isEqualTo(415);

    Answer own =
        nobody()
            .post(
                REFRESH,
                Json.of(),
                ASK,
                "cookie",
                "Cookie",
                cookie,
                "Origin",
                "https://chat.example.org");
    assertThat(own.status()).as("nothing of it used the token up").isEqualTo(200);
  }

  @Test
  void theCookieIsNoAccessToken() throws Exception {
    assertThat(nobody().get("/v1/me", "Cookie", cookie(signUp())).status()).isEqualTo(401);
  }

  private static Http nobody() {
    return server.http("");
  }

  private static Json account() {
    return Json.of(
        "username",
        "ada-" + UUID.randomUUID().toString().substring(0, 13),
        "password",
        "correct horse");
  }

  private static Answer signUp() throws Exception {
    return nobody().post("/v1/accounts", account(), ASK, "cookie");
  }

  private static Answer refresh(String cookie) throws Exception {
    return nobody().post(REFRESH, Json.of(), ASK, "cookie", "Cookie", cookie);
  }

  /** What a browser sends back. */
  private static String cookie(Answer answer) {
    return answer.header("Set-Cookie").orElseThrow().split(";", 2)[0];
  }

  private static void assertCleared(Answer answer) {
    String cookie = answer.header("Set-Cookie").orElseThrow();
    assertThat(cookie).startsWith("__Host-parley_refresh=;");
    assertThat(attributes(cookie))
        .contains("max-age=0", "path=/", "httponly", "secure", "samesite=strict");
  }

  /** In lower case: their case says nothing (RFC 6265, section 5.2). */
  private static List<String> attributes(String cookie) {
    return List.of(cookie.toLowerCase(Locale.ROOT).split("; "));
  }
}
