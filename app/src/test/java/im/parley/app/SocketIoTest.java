package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.IoClient;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official Java client of Socket.IO in the chat, unchanged, beside clients of other doors. */
class SocketIoTest {

  private static final String POLLING = "/socket.io/?EIO=4&transport=polling";

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void clientsOfEveryDoorSeeTheSameSeqs() throws Exception {
    String token = server.register("every.door");
    try (Client reader = Client.hello(server.url(), token);
        IoClient socket = IoClient.open(server.url(), token, "websocket");
        IoClient poller = IoClient.open(server.url(), token, "polling");
        IoClient upgrader = IoClient.open(server.url(), token, "polling", "websocket")) {
      List<IoClient> clients = List.of(socket, poller, upgrader);
      for (IoClient client : clients) {
        Json hello = client.next("hello");
        assertThat(hello.at("user").text("username")).isEqualTo("every.door");
        assertThat(hello.text("epoch")).isEqualTo(reader.welcome().text("epoch"));
      }
      List<Long> said = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        String text = "number " + i;
        said.add(
            i % 4 == 3
                ? reader.say(reader.general(), text)
                : clients.get(i % 4).say(reader.general(), "every-" + i, text));
      }
      for (IoClient client : clients) {
        assertThat(posted(client, said.size())).isEqualTo(said);
      }
      List<Long> read = new ArrayList<>();
      while (read.size() < said.size()) {
        read.add(reader.next("message.posted", reader.general()).number("seq"));
      }
      assertThat(read).isEqualTo(said);
    }
  }

  private static List<Long> posted(IoClient client, int count) throws Exception {
    List<Long> seqs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Json event = client.next("message.posted");
      assertThat(event.fields()).containsOnlyKeys("room", "seq", "at", "by", "data");
      seqs.add(event.number("seq"));
    }
    return seqs;
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "polling"})
  void commandsAreAcknowledgedWithTheirReplyOrTheirError(String transport) throws Exception {
    String token = Person.register(server, "ada").token();
    try (IoClient ada = IoClient.open(server.url(), token, transport)) {
      ada.next("hello");
      Json room =
          ada.ask("room.create", "kind", "private", "name", "Engines", "key", "k1")
              .at("ok")
              .at("room");
      assertThat(ada.next("room.added").text("room")).isEqualTo(room.text("id"));
      Json refused = ada.ask("message.send", "room", room.text("id"), "key", "k", "text", "");
      assertThat(refused.fields()).containsOnlyKeys("error");
      assertThat(refused.at("error").text("field")).isEqualTo("text");
      assertThat(ada.ask("no.such.command").at("error").text("code")).isEqualTo("bad_request");
      ada.tell("error", "a name that is nobody's");
      assertThat(ada.next("command.refused").text("code")).isEqualTo("bad_request");
      ada.tell("ping", 1, 2);
      assertThat(ada.next("command.refused").text("message")).contains("one argument");
      ada.tell("ping", new byte[] {1, 2, 3});
      assertThat(ada.next("command.refused").text("message")).contains("bytes");
      assertThat(ada.ask("ping").has("ok")).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "polling"})
  void aTokenThatIsNotValidIsAConnectErrorWithTheErrorAsItsData(String transport) throws Exception {
    try (IoClient nobody = IoClient.open(server.url(), "pa_nobody", transport)) {
      Json error = nobody.next("connect_error");
      assertThat(error.text("message")).isEqualTo("The token is not valid: sign in again");
      assertThat(error.at("data").text("code")).isEqualTo("unauthenticated");
      assertThat(error.at("data").text("field")).isEqualTo("token");
      assertThat(nobody.isActive()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "polling"})
  void aSessionThatWasRevokedIsToldAndStaysAway(String transport) throws Exception {
    Person ada = Person.register(server, "ada");
    Person phone = ada.signIn("phone");
    try (Client here = ada.connect();
        IoClient there = IoClient.open(server.url(), phone.token(), transport)) {
      there.next("hello");
      here.done("session.revoke", "session", phone.session());
      assertThat(there.next("connection.closing").number("code")).isEqualTo(4102);
      assertThat(there.disconnected()).isEqualTo("io server disconnect");
      assertThat(there.isActive()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "polling"})
  void aKilledServerIsFoundAgainAndNothingIsMissed(String transport, @TempDir Path own)
      throws Exception {
    Server first = Server.start(own, "--limits", "off");
    String token = first.register("ada");
    try (IoClient ada = IoClient.open(first.url(), token, transport)) {
      Json hello = ada.next("hello");
      String room = hello.list("rooms").getFirst().text("id");
      long seen = ada.say(room, "k1", "before");
      ada.next("message.posted");
      ada.resumeFrom(room, seen, hello.text("epoch"));
      first.kill();
      assertThat(ada.disconnected()).startsWith("transport ");
      long missed = sayElsewhere(own, token, room);
      try (Server _ = Server.startAgain(first, own, "--limits", "off")) {
        assertThat(ada.next("hello").at("resume").text(room)).isEqualTo("delta");
        assertThat(ada.next("message.posted").number("seq")).isEqualTo(missed);
        assertThat(ada.next("room.synced").at("data").number("seq")).isEqualTo(missed);
        Json again = ada.ask("message.send", "room", room, "key", "k1", "text", "before").at("ok");
        assertThat(again.number("seq")).isEqualTo(seen);
        assertThat(again.isTrue("duplicate")).isTrue();
        assertThat(ada.hasHeardNo("message.posted")).isTrue();
      }
    } finally {
      first.close();
    }
  }

  /** Says something on the same data, at an address that nobody else knows; its seq. */
  private static long sayElsewhere(Path data, String token, String room) throws Exception {
    try (Server other = Server.start(data, "--limits", "off");
        Client writer = Client.hello(other.url(), token)) {
      return writer.say(room, "while you were away");
    }
  }

  @Test
  void aServerThatDrainsSendsClientsToComeBack(@TempDir Path own) throws Exception {
    Server first = Server.start(own);
    String token = first.register("ada");
    try (IoClient socket = IoClient.open(first.url(), token, "websocket");
        IoClient poller = IoClient.open(first.url(), token, "polling")) {
      socket.next("hello");
      poller.next("hello");
      assertThat(first.terminate()).isZero();
      for (IoClient client : List.of(socket, poller)) {
        assertThat(client.next("connection.closing").number("code")).isEqualTo(4001);
        assertThat(client.disconnected()).startsWith("transport ");
        assertThat(client.isActive()).isTrue();
      }
      try (Server _ = Server.startAgain(first, own)) {
        socket.next("hello");
        poller.next("hello");
      }
    } finally {
      first.close();
    }
  }

  @Test
  void whoDoesNotPollIsSentAwayAtTheBoundAndMayReadWhy() throws Exception {
    String token = Person.register(server, "ada").token();
    Http http = server.http("");
    String open = http.get(POLLING).body();
    String session = POLLING + "&sid=" + Json.parse(open.substring(1)).text("sid");
    push(http, session, "40" + Json.of("token", token));
    assertThat(http.get(session).body()).startsWith("40{\"sid\":");
    double before = server.metrics().get("parley_slow_consumers_total");
    try (Client writer = Client.hello(server.url(), token)) {
      for (int i = 0; i < 180; i++) {
        writer.say(writer.general(), "x".repeat(8000));
      }
      double closed = server.metrics().get("parley_slow_consumers_total");
      while (closed == before) {
        closed = server.metrics().get("parley_slow_consumers_total");
      }
      String last = http.get(session).body();
      assertThat(last).endsWith("\u001e1").contains("42[\"connection.closing\",{\"code\":4002,");
      assertThat(last.length()).isBetween(1024 * 1024, 1200 * 1024);
      assertThat(http.get(session).status()).isEqualTo(400);
    }
  }

  private static void push(Http http, String session, String packets) throws Exception {
    assertThat(http.send("POST", session, packets).body()).isEqualTo("ok");
  }

  @Test
  void aClientWithoutATokenIsToldWhatToSay() throws Exception {
    Http http = server.http("");
    String open = http.get(POLLING).body();
    String session = POLLING + "&sid=" + Json.parse(open.substring(1)).text("sid");
    push(http, session, "40");
    assertThat(http.get(session).body())
        .startsWith("44{\"message\":\"'token' ")
        .contains("\"field\":\"token\"");
    push(http, session, "40/other");
    assertThat(http.get(session).body()).isEqualTo("44/other,{\"message\":\"Invalid namespace\"}");
  }

  @Test
  void aSecondHelloIsRefused() throws Exception {
    String token = Person.register(server, "ada").token();
    try (IoClient ada = IoClient.open(server.url(), token, "websocket")) {
      ada.next("hello");
      Json refused = ada.ask("hello", "token", Person.register(server, "bob").token());
      assertThat(refused.has("error")).isTrue();
    }
  }
}
