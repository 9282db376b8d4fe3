package im.parley.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.http.HttpTimeouts;
import im.parley.edge.testing.ClientFrame;
import im.parley.edge.testing.NoLeaks;
import im.parley.edge.testing.Poller;
import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.SocketIoFixture;
import im.parley.edge.testing.WebSocketClient;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What independent suites expect of Engine.IO, line by line. */
@ExtendWith(NoLeaks.class)
class EngineIoTest {

  private static final String PATH = "/engine.io/";
  private static final String POLLING = PATH + "?EIO=4&transport=polling";
  private static final String SOCKET = PATH + "?EIO=4&transport=websocket";

  private SocketIoFixture fixture;

  @BeforeEach
  void open() {
    fixture = SocketIoFixture.patient();
  }

  /** With the times that suites expect. */
  private void hasten() {
    fixture.close();
    fixture = SocketIoFixture.start();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  // --- The handshake

  @Test
  void theOpenPacketOfAPollingSessionHasExactlyFiveFields() throws Exception {
    hasten();
    HttpResponse<String> answer = Poller.at(fixture.port(), POLLING).poll();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=UTF-8");
    assertThat(answer.body())
        .matches(
            "0\\{\"sid\":\"[A-Za-z0-9_-]{24}\",\"upgrades\":\\[\"websocket\"],"
                + "\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
  }

  @Test
  void aSessionOnAWebSocketHasNoUpgrades() throws Exception {
    hasten();
    try (WebSocketClient client = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      assertThat(client.hear())
          .matches(
              "0\\{\"sid\":\"[A-Za-z0-9_-]{24}\",\"upgrades\":\\[],"
                  + "\"pingInterval\":300,\"pingTimeout\":200,\"maxPayload\":1000000}");
    }
  }

  @Test
  void sidsOf144RandomBitsAreNeverTheSame() throws Exception {
    Poller one = Poller.open(fixture.port(), PATH);
    Poller other = Poller.open(fixture.port(), PATH);
    assertThat(Base64.getUrlDecoder().decode(one.sid())).hasSize(18);
    assertThat(one.sid()).isNotEqualTo(other.sid());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?transport=polling",
        "?EIO=abc&transport=polling",
        "?EIO=4",
        "?EIO=4&transport=abc",
        "?EIO=4&transport=websocket&sid=unknown",
        "?EIO=4&transport=polling&sid=unknown",
        "?EIO=4&EIO=4&transport=polling",
        ""
      })
  void whatIsNoHandshakeIsRefused(String query) throws Exception {
    assertThat(Poller.at(fixture.port(), PATH + query).poll().statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH"})
  void aSessionIsBegunWithGetAlone(String method) throws Exception {
    assertThat(Poller.at(fixture.port(), POLLING).send(method, "").statusCode()).isEqualTo(400);
    assertThat(fixture.sessions()).isZero();
  }

  @Test
  void putIsNoWayToBringPackets() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    assertThat(client.send("PUT", "4hello").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?transport=websocket",
        "?EIO=abc&transport=websocket",
        "?EIO=4",
        "?EIO=4&transport=abc"
      })
  void whatIsNoHandshakeOfAWebSocketIsRefused(String query) throws Exception {
    assertThat(statusOfSocket(query)).isEqualTo(400);
  }

  @Test
  void aClientOfTheThirdProtocolIsToldSo() throws Exception {
    HttpResponse<String> answer =
        Poller.at(fixture.port(), PATH + "?EIO=3&transport=polling&b64=1").poll();
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .startsWith("{\"code\":5,\"message\":\"Unsupported protocol version: ");
    assertThat(statusOfSocket("?EIO=3&transport=websocket")).isEqualTo(400);
  }

  private int statusOfSocket(String query) throws IOException {
    try (RawClient raw = new RawClient(fixture.port())) {
      String request = WebSocketClient.request(fixture.port()).replace("/v1/connect", PATH + query);
      return raw.send(request).answer().status();
    }
  }

  // --- Messages

  @Test
  void packetsOfOnePostComeBackInOnePoll() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    CompletableFuture<HttpResponse<String>> poll = client.pollLater();
    HttpResponse<String> pushed = client.push("4test1\u001e4test2\u001e4κόσμε");
    assertThat(pushed.statusCode()).isEqualTo(200);
    assertThat(pushed.body()).isEqualTo("ok");
    HttpResponse<String> answer = poll.get(5, TimeUnit.SECONDS);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("4test1\u001e4test2\u001e4κόσμε");
  }

  @Test
  void bytesAreBase64InPolling() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    assertThat(client.push("bAQIDBA==").body()).isEqualTo("ok");
    assertThat(client.poll().body()).isEqualTo("bAQIDBA==");
    assertThat(client.push("bAQID\nBA==\n").body()).isEqualTo("ok");
    assertThat(client.poll().body()).isEqualTo("bAQIDBA==");
  }

  @Test
  void textAndBytesGoThereAndBackOnAWebSocket() throws Exception {
    try (WebSocketClient client = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      client.hear();
      assertThat(client.say("4hello").hear()).isEqualTo("4hello");
      byte[] bytes = {1, 2, (byte) 0xff, 4};
      WebSocketClient.Frame echo = client.send(ClientFrame.of(ClientFrame.BINARY, bytes)).read();
      assertThat(echo.opcode()).isEqualTo(ClientFrame.BINARY);
      assertThat(echo.payload()).isEqualTo(bytes);
    }
  }

  @Test
  void aMessageOfTheLimitPassesAndALongerOneDoesNot() throws Exception {
    String longest = "4" + "x".repeat(SocketIoFixture.CONFIG.maxPayload() - 1);
    Poller client = Poller.open(fixture.port(), PATH);
    assertThat(client.push(longest).body()).isEqualTo("ok");
    assertThat(client.poll().body()).isEqualTo(longest);
    assertThat(client.push(longest + "x").statusCode()).isEqualTo(413);
    try (WebSocketClient socket = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      socket.hear();
      assertThat(socket.say(longest).hear()).isEqualTo(longest);
      assertThat(socket.sendAnyway(ClientFrame.text(longest + "x")).closeStatus()).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "0{}", "2", "2probe", "5", "11", "4a\u001e", "b!", "7"})
  void aBadPacketEndsAPollingSession(String packet) throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    assertThat(client.push(packet).statusCode()).isEqualTo(400);
    assertThat(client.poll().statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "", "0{}", "2", "2probe", "5", "7"})
  void aBadPacketClosesAWebSocket(String packet) throws Exception {
    try (WebSocketClient client = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      client.hear();
      assertThat(client.say(packet).closeStatus()).isEqualTo(4201);
    }
  }

  @Test
  void whatIsNoUtf8EndsAPollingSession() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    try (RawClient raw = new RawClient(fixture.port())) {
      raw.send(
          "POST "
              + POLLING
              + "&sid="
              + client.sid()
              + " HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n4\u00ff");
      assertThat(raw.answer().status()).isEqualTo(400);
    }
    assertThat(client.poll().statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyThatDripsInIsNotWaitedForAndDoesNotHoldTheSession() throws Exception {
    Duration soon = Duration.ofMillis(300);
    HttpTimeouts hasty = new HttpTimeouts(soon, soon, soon, soon);
    try (SocketIoFixture impatient = SocketIoFixture.with(hasty);
        RawClient raw = new RawClient(impatient.port())) {
      Poller client = Poller.open(impatient.port(), PATH);
      raw.send(
          "POST "
              + POLLING
              + "&sid="
              + client.sid()
              + " HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n4");
      assertThat(raw.answer().status()).isEqualTo(408);
    }
  }

  // --- Heartbeat

  @Test
  void aPollingSessionIsPingedAgainAndAgain() throws Exception {
    hasten();
    Poller client = Poller.open(fixture.port(), PATH);
    for (int i = 0; i < 3; i++) {
      assertThat(client.poll().body()).isEqualTo("2");
      assertThat(client.push("3").body()).isEqualTo("ok");
    }
  }

  @Test
  void aWebSocketIsPingedAgainAndAgain() throws Exception {
    hasten();
    try (WebSocketClient client = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      client.hear();
      for (int i = 0; i < 3; i++) {
        assertThat(client.hear()).isEqualTo("2");
        client.say("3");
      }
    }
  }

  @Test
  void whoDoesNotAnswerAPingIsClosedSoonAfter() throws Exception {
    hasten();
    Poller silent = Poller.open(fixture.port(), PATH);
    try (WebSocketClient client = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      client.hear();
      assertThat(client.hear()).isEqualTo("2");
      long asked = System.nanoTime();
      assertThat(client.raw().readToEnd()).isEmpty();
      assertThat(System.nanoTime() - asked).isGreaterThan(150_000_000L);
    }
    assertThat(silent.poll().statusCode()).isEqualTo(400);
    assertThat(fixture.sessions()).isZero();
  }

  @Test
  void aPollThatWaitsWhenPingsAreNotAnsweredIsToldTheEnd() throws Exception {
    hasten();
    Poller client = Poller.open(fixture.port(), PATH);
    assertThat(client.poll().body()).isEqualTo("2");
    assertThat(client.poll().body()).isEqualTo("1");
    assertThat(client.poll().statusCode()).isEqualTo(400);
  }

  // --- The end

  @Test
  void aClientMayEndAPollingSession() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    CompletableFuture<HttpResponse<String>> poll = client.pollLater();
    assertThat(client.push("1").body()).isEqualTo("ok");
    assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("6");
    assertThat(client.poll().statusCode()).isEqualTo(400);
  }

  /** A poll that the server has: what is pushed after it is answered through it. */
  private static CompletableFuture<HttpResponse<String>> awaitingPoll(Poller client)
      throws Exception {
    CompletableFuture<HttpResponse<String>> poll = client.pollLater();
    client.push("4are you there?");
    assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("4are you there?");
    return client.pollLater();
  }

  @Test
  void aPollThatComesAfterTheEndIsToldNothingOnce() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    assertThat(client.push("1").body()).isEqualTo("ok");
    assertThat(client.poll().body()).isEqualTo("6");
    assertThat(client.poll().statusCode()).isEqualTo(400);
  }

  @Test
  void aClientMayEndASessionOnAWebSocket() throws Exception {
    try (WebSocketClient client = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      client.hear();
      assertThat(client.say("1").closeStatus()).isEqualTo(1000);
    }
  }

  @Test
  void twoPollsAtOnceEndTheSession() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    CompletableFuture<HttpResponse<String>> first = client.pollLater();
    CompletableFuture<HttpResponse<String>> second = client.pollLater();
    CompletableFuture.allOf(first, second).get(5, TimeUnit.SECONDS);
    assertThat(first.get().statusCode() + second.get().statusCode()).isEqualTo(600);
    assertThat(first.get().body() + second.get().body()).contains("1").contains("Bad request");
    assertThat(client.poll().statusCode()).isEqualTo(400);
  }

  @Test
  void anAbandonedPollEndsTheSession() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    try (RawClient raw = new RawClient(fixture.port())) {
      raw.send("GET " + POLLING + "&sid=" + client.sid() + " HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(client.push("4one").body()).isEqualTo("ok");
      assertThat(raw.answer().body()).isEqualTo("4one");
      raw.send("GET " + POLLING + "&sid=" + client.sid() + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    while (fixture.sessions() > 0) {
      Thread.onSpinWait();
    }
    assertThat(client.poll().statusCode()).isEqualTo(400);
  }

  // --- The upgrade

  @Test
  void aPollingSessionChangesToAWebSocket() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    try (WebSocketClient socket = probed(client)) {
      client.push("4said before");
      assertThat(client.poll().body()).isEqualTo("4said before");
      assertThat(client.poll().body()).isEqualTo("6");
      client.push("4left over");
      socket.say("5");
      assertThat(socket.hear()).isEqualTo("4left over");
      assertThat(socket.say("4hello").hear()).isEqualTo("4hello");
      assertThat(client.poll().statusCode()).isEqualTo(400);
      assertThat(client.push("4late").statusCode()).isEqualTo(400);
      try (WebSocketClient second = socket(client)) {
        assertThat(second.closeStatus()).isEqualTo(4201);
      }
      assertThat(socket.say("4still here").hear()).isEqualTo("4still here");
    }
  }

  private WebSocketClient socket(Poller client) throws IOException {
    return WebSocketClient.openAt(fixture.port(), SOCKET + "&sid=" + client.sid());
  }

  /** A WebSocket for a session, tried out while a poll waits. */
  private WebSocketClient probed(Poller client) throws Exception {
    CompletableFuture<HttpResponse<String>> poll = awaitingPoll(client);
    WebSocketClient socket = socket(client);
    assertThat(socket.say("2probe").hear()).isEqualTo("3probe");
    assertThat(poll.get(5, TimeUnit.SECONDS).body()).isEqualTo("6");
    return socket;
  }

  @Test
  void aPollThatWaitsWhenTheChangeIsDoneIsToldNothing() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    try (WebSocketClient socket = socket(client)) {
      assertThat(socket.say("2probe").hear()).isEqualTo("3probe");
      socket.say("5");
      assertThat(socket.say("4there").hear()).isEqualTo("4there");
      assertThat(client.poll().statusCode()).isEqualTo(400);
    }
  }

  @Test
  void pingsGoOnAfterTheChange() throws Exception {
    hasten();
    Poller client = Poller.open(fixture.port(), PATH);
    try (WebSocketClient socket = socket(client)) {
      assertThat(socket.say("2probe").hear()).isEqualTo("3probe");
      socket.say("5");
      for (int i = 0; i < 3; i++) {
        assertThat(socket.hear()).isEqualTo("2");
        socket.say("3");
      }
      assertThat(socket.say("1").closeStatus()).isEqualTo(1000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"4hello", "2", "abc", "1", "6"})
  void aCandidateThatSaysSomethingElseIsClosedAndPollingGoesOn(String packet) throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    try (WebSocketClient socket = socket(client)) {
      assertThat(socket.say(packet).closeStatus()).isEqualTo(4201);
    }
    client.push("4hello");
    assertThat(client.poll().body()).isEqualTo("4hello");
  }

  @Test
  void aCandidateThatGoesAwayLeavesPollingAsItIs() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    try (WebSocketClient socket = socket(client)) {
      assertThat(socket.say("2probe").hear()).isEqualTo("3probe");
      assertThat(socket.send(ClientFrame.close(1000)).closeStatus()).isEqualTo(1000);
    }
    client.push("4hello");
    String heard = client.poll().body();
    while (!heard.contains("4hello")) { // "6" until the server has seen it go
      heard = client.poll().body();
    }
  }

  @Test
  void aSecondCandidateIsClosed() throws Exception {
    Poller client = Poller.open(fixture.port(), PATH);
    try (WebSocketClient first = socket(client);
        WebSocketClient second = probedAfter(first, client)) {
      assertThat(second.closeStatus()).isEqualTo(4201);
      first.say("5");
      assertThat(first.say("4first").hear()).isEqualTo("4first");
    }
  }

  private WebSocketClient probedAfter(WebSocketClient first, Poller client) throws IOException {
    assertThat(first.say("2probe").hear()).isEqualTo("3probe");
    return socket(client);
  }

  @Test
  void aWebSocketThatIsSomeoneElsesIsLeftAlone() throws Exception {
    try (WebSocketClient mine = WebSocketClient.openAt(fixture.port(), SOCKET)) {
      String open = mine.hear();
      String sid = open.substring("0{\"sid\":\"".length(), open.indexOf("\",\"upgrades\""));
      Poller thief = Poller.at(fixture.port(), POLLING + "&sid=" + sid);
      assertThat(thief.poll().statusCode()).isEqualTo(400);
      assertThat(thief.push("4mine now").statusCode()).isEqualTo(400);
      try (WebSocketClient other = WebSocketClient.openAt(fixture.port(), SOCKET + "&sid=" + sid)) {
        assertThat(other.closeStatus()).isEqualTo(4201);
      }
      assertThat(mine.say("4still mine").hear()).isEqualTo("4still mine");
    }
  }

  @Test
  void manyMessagesCrossTheChangeInOrder() throws Exception {
    for (int round = 0; round < 10; round++) { // so that session and socket share a loop, or not
      Poller client = Poller.open(fixture.port(), PATH);
      try (WebSocketClient socket = probed(client)) {
        int last = ThreadLocalRandom.current().nextInt(21, 60);
        for (int i = 0; i < last; i++) {
          if (i < 20) {
            client.push("4" + i);
          } else {
            if (i == 20) {
              socket.say("5");
            }
            socket.say("4" + i);
          }
        }
        for (int i = 0; i < last; i++) {
          assertThat(socket.hear()).isEqualTo("4" + i);
        }
      }
    }
  }

  // --- Other origins

  @Test
  void pagesOfOtherOriginsAreRefusedAndFriendsMayRead() throws Exception {
    Poller nobody = Poller.at(fixture.port(), POLLING);
    HttpResponse<String> stranger = nobody.poll("Origin", "https://evil.example");
    assertThat(stranger.statusCode()).isEqualTo(403);
    assertThat(stranger.headers().firstValue("access-control-allow-origin")).isEmpty();
    HttpResponse<String> friend = nobody.poll("Origin", SocketIoFixture.FRIEND);
    assertThat(friend.statusCode()).isEqualTo(200);
    assertThat(friend.headers().firstValue("access-control-allow-origin"))
        .contains(SocketIoFixture.FRIEND);
    assertThat(friend.headers().firstValue("access-control-allow-credentials")).isEmpty();
    assertThat(friend.headers().firstValue("vary")).contains("Origin");
    assertThat(nobody.poll().headers().firstValue("access-control-allow-origin")).isEmpty();
  }

  @Test
  void aFriendMayAskBeforeARequestThatIsNotSimple() throws Exception {
    try (RawClient raw = new RawClient(fixture.port())) {
      raw.send(
          "OPTIONS "
              + POLLING
              + " HTTP/1.1\r\nHost: x\r\nOrigin: "
              + SocketIoFixture.FRIEND
              + "\r\nAccess-Control-Request-Method: POST\r\n\r\n");
      RawClient.Answer answer = raw.answer();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("access-control-allow-origin")).isEqualTo(SocketIoFixture.FRIEND);
      assertThat(answer.header("access-control-allow-methods")).isEqualTo("GET, POST");
    }
  }
}
