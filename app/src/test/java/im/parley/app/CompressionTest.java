package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Metrics;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import im.parley.app.client.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who agrees on compression gets the same as everyone else, in fewer bytes. */
class CompressionTest {

  private static final String LONG =
      "The kettle is on, and whoever wants tea says so before the kettle has boiled. ".repeat(30);

  @RunningServer({"--limits", "off"})
  private static Server server;

  private static Client compressed(Person person, Object... hello) throws Exception {
    Json data = Json.of("token", person.token());
    return Client.hello(
        Socket.openCompressed(server.url()),
        hello.length == 0 ? data : Json.of("token", person.token(), "resume", Json.of(hello)));
  }

  private static String room(Client owner, String key) throws Exception {
    Json created = owner.done("room.create", "kind", "public", "name", "Tea " + key, "key", key);
    return created.at("room").text("id");
  }

  /** When this returns, what is said in the room reaches who has joined. */
  private static void join(Client client, String room) throws Exception {
    client.done("room.join", "room", room, "key", "join");
    client.next("room.added", room);
  }

  @Test
  void whatIsSaidInARoomIsTheSameToAll() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = compressed(Person.register(server, "bob"));
        Client cleo = compressed(Person.register(server, "cleo"))) {
      String room = room(ada, "same");
      join(bob, room);
      join(cleo, room);
      ada.say(room, "Short");
      bob.say(room, LONG);
      ada.say(room, LONG + "κόσμε😀");
      long last = ada.say(room, "x".repeat(8000));

      List<Json> heard = events(cleo, room, last);
      assertThat(heard).hasSize(4);
      assertThat(events(bob, room, last)).isEqualTo(heard);
      assertThat(events(ada, room, last)).isEqualTo(heard);
      assertThat(bob.socket().compressedMessages()).isEqualTo(3);
      assertThat(cleo.socket().compressedMessages()).isEqualTo(3);
      assertThat(cleo.socket().received()).isLessThan(ada.socket().received() / 2);
    }
  }

  private static List<Json> events(Client client, String room, long last) throws Exception {
    return client.heardUntil(room, last).stream()
        .filter(message -> message.isEvent("message.posted") && message.isIn(room))
        .toList();
  }

  @Test
  void pagesAndWhatWasMissedAreTheSameToAll() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client writer = compressed(ada)) {
      String room = room(writer, "pages");
      for (int i = 0; i < 300; i++) {
        writer.say(room, i % 10 == 0 ? LONG + i : "Short " + i);
      }
      Json page = writer.done("message.history", "room", room, "limit", 200);
      try (Client plain = ada.resume(room, 1);
          Client other = compressed(ada, room, 1)) {
        assertThat(plain.done("message.history", "room", room, "limit", 200)).isEqualTo(page);
        Json synced = other.next("room.synced", room);
        assertThat(synced).isEqualTo(plain.next("room.synced", room));
        List<Json> missed = other.heardUntil(room, 301);
        assertThat(missed).hasSize(300).isEqualTo(plain.heardUntil(room, 301));
        assertThat(other.socket().compressedMessages()).isGreaterThanOrEqualTo(30);
      }
    }
  }

  @Test
  void whoReadsCompressedIsBehindByWhatWaitsNotByWhatItMeans() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client writer = ada.connect();
        Client plain =
            Client.hello(Socket.openNarrow(server.url()), Json.of("token", ada.token()));
        Client compressed =
            Client.hello(
                Socket.openNarrowCompressed(server.url()), Json.of("token", ada.token()))) {
      String room = room(writer, "slow");
      compressed.next("room.added", room);
      long last = 0;
      for (int i = 0; i < 400; i++) {
        last = writer.say(room, "x".repeat(8000));
      }
      assertThat(plain.socket().closeCode()).isEqualTo(4002);
      assertThat(compressed.heardUntil(room, last)).hasSizeGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void operatorsSeeWhatIsGained() throws Exception {
    String bytes = "parley_websockets_compression_bytes_total{direction=\"%s\",form=\"%s\"}";
    try (Client bob = compressed(Person.register(server, "bob"))) {
      Metrics before = server.metrics();
      bob.say(bob.general(), LONG);
      Metrics after = server.metrics();
      for (String direction : List.of("in", "out")) {
        String plain = bytes.formatted(direction, "plain");
        String compressed = bytes.formatted(direction, "compressed");
        assertThat(after.get(plain) - before.get(plain)).isGreaterThan(LONG.length());
        assertThat(after.get(compressed) - before.get(compressed))
            .isBetween(50.0, LONG.length() / 4.0);
      }
    }
  }
}
