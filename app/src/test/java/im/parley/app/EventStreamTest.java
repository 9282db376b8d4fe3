package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.EventStream;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simplest clients: they read a stream, speak by HTTP, and miss nothing. */
class EventStreamTest {

  @RunningServer({"--limits", "off"})
  private static Server server;

  @Test
  void whatHappensIsStreamedAsTheNativeDoorHasIt() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client reader = ada.connect();
        EventStream stream = EventStream.open(server.url(), ada.token(), "")) {
      assertThat(stream.head().getFirst()).isEqualTo("HTTP/1.1 200 OK");
      assertThat(stream.head())
          .contains("content-type: text/event-stream", "cache-control: private, no-store")
          .noneMatch(line -> line.startsWith("content-length"));
      Json hello = stream.next("hello");
      assertThat(hello.at("user").text("id")).isEqualTo(ada.id());
      String room = reader.general();
      long seq = reader.say(room, "line one\nline two κόσμε");
      Json posted = stream.next("message.posted");
      assertThat(posted.number("seq")).isEqualTo(seq);
      assertThat(posted).isEqualTo(reader.next("message.posted", room));
      reader.done("room.create", "kind", "private", "name", "Quiet", "key", "k1");
      assertThat(stream.next("room.added").at("data").text("name")).isEqualTo("Quiet");
    }
  }

  @Test
  void whoComesBackWithTheLastIdGetsWhatWasMissedInEveryRoom() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client writer = ada.connect()) {
      String general = writer.general();
      String quiet =
          writer
              .done("room.create", "kind", "private", "name", "Quiet", "key", "k1")
              .at("room")
              .text("id");
      String id;
      try (EventStream stream = EventStream.open(server.url(), ada.token(), "")) {
        stream.next("hello");
        String before = stream.idAfter("");
        long heard = writer.say(general, "heard");
        while (stream.next("message.posted").number("seq") != heard) {}
        id = stream.idAfter(before);
      }
      List<Long> missed =
          List.of(writer.say(quiet, "1"), writer.say(general, "2"), writer.say(quiet, "3"));
      for (int round = 0; round < 2; round++) { // the same id gives the same again
        try (EventStream stream = EventStream.open(server.url(), ada.token(), id)) {
          Json resume = stream.next("hello").at("resume");
          assertThat(resume.text(general)).isEqualTo("delta");
          assertThat(resume.text(quiet)).isEqualTo("delta");
          List<Long> seqs = new ArrayList<>();
          while (seqs.size() < missed.size()) {
            seqs.add(stream.next("message.posted").number("seq"));
          }
          assertThat(seqs).containsExactlyInAnyOrderElementsOf(missed);
        }
      }
    }
  }

  @Test
  void aLongAbsenceIsStreamedPageByPageWithIdsOnTheWay() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client writer = ada.connect()) {
      String room = writer.general();
      String id;
      try (EventStream stream = EventStream.open(server.url(), ada.token(), "")) {
        id = stream.idAfter("");
      }
      List<Long> said = new ArrayList<>();
      for (int i = 0; i < 700; i++) {
        said.add(writer.say(room, "number " + i));
      }
      List<Long> heard = new ArrayList<>();
      int connections = 0;
      while (heard.size() < said.size()) { // a client whose network is bad
        connections++;
        try (EventStream stream = EventStream.open(server.url(), ada.token(), id)) {
          for (int i = 0; i < 250 && heard.size() < said.size(); i++) {
            long seq = stream.next("message.posted").number("seq");
            if (heard.isEmpty() || seq > heard.getLast()) {
              heard.add(seq);
            }
          }
          id = stream.lastId();
        }
      }
      assertThat(connections).isGreaterThan(1);
      assertThat(heard).isEqualTo(said);
    }
  }

  @Test
  void aNewLifeOfTheStoreIsAReset() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect();
        EventStream stream =
            EventStream.open(server.url(), ada.token(), id("another," + client.general() + ":1"))) {
      assertThat(stream.next("hello").at("resume").text(client.general())).isEqualTo("reset");
    }
  }

  private static String id(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whoHasNoTokenGetsAProblemAndNoStream() throws Exception {
    assertThat(server.http("").get("/v1/events").json(401).text("code"))
        .isEqualTo("unauthenticated");
    assertThat(server.http("pa_nobody").get("/v1/events").json(401).text("code"))
        .isEqualTo("unauthenticated");
    Http ada = Person.register(server, "ada").http();
    assertThat(ada.get("/v1/events?token=x").status()).isEqualTo(400);
    assertThat(ada.post("/v1/events", Json.of()).status()).isEqualTo(405);
    assertThat(ada.send("HEAD", "/v1/events", "").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "r1:42", "!", "ZTEscjE6", "ZTEscjE6LTE"})
  void anIdThatIsNoneOfOursIsRefused(String id) throws Exception {
    Http ada = Person.register(server, "ada").http();
    Json problem = ada.get("/v1/events", "Last-Event-ID", id).json(400);
    assertThat(problem.text("field")).isEqualTo("Last-Event-ID");
  }

  @Test
  void aSessionThatWasRevokedEndsItsStream() throws Exception {
    Person ada = Person.register(server, "ada");
    try (EventStream stream = EventStream.open(server.url(), ada.token(), "")) {
      stream.next("hello");
      ada.http().delete("/v1/sessions/current");
      assertThat(stream.next("connection.closing").number("code")).isEqualTo(4102);
    }
  }

  @Test
  void whoDoesNotReadIsSentAwayAtTheBound(@TempDir Path own) throws Exception {
    try (Server other = Server.start(own, "--limits", "off")) {
      String token = other.register("ada");
      try (Client writer = Client.hello(other.url(), token);
          EventStream stalled = EventStream.open(other.url(), token, "")) {
        stalled.next("hello");
        for (int i = 0; i < 180; i++) {
          writer.say(writer.general(), "x".repeat(8000));
        }
        long sent = System.nanoTime();
        while (other.metrics().get("parley_slow_consumers_total") == 0) {
          assertThat(System.nanoTime() - sent).isLessThan(20_000_000_000L);
        }
      }
    }
  }
}
