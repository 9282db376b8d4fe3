package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People see who is there, and what has reached whom. */
class PresenceTest {

  @RunningServer private static Server server;

  @Test
  void aWatcherSeesSomebodyComeAndChoose() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      assertThat(watch(ada, bob)).isEqualTo(Map.of("user", bob.id(), "state", "offline"));

      try (Client here = bob.connect();
          Client there = bob.connect()) {
        assertThat(ada.next("presence").at("data").fields())
            .isEqualTo(Map.of("user", bob.id(), "state", "online"));

        here.done("presence.set", "state", "dnd", "text", "In the mill", "emoji", "⚙️");
        Map<String, Object> busy =
            Map.of("user", bob.id(), "state", "dnd", "text", "In the mill", "emoji", "⚙️");
        assertThat(ada.next("presence").at("data").fields()).isEqualTo(busy);
        assertThat(there.next("presence").at("data").fields()).isEqualTo(busy);

        here.done("presence.set", "state", "invisible");
        assertThat(ada.next("presence").at("data").text("state")).isEqualTo("offline");
        assertThat(there.next("presence").at("data").text("state")).isEqualTo("invisible");
      }
    }
  }

  @Test
  void whoComesBackAtOnceWasNeverAway() throws Exception {
    Person bob = Person.register(server, "bob");
    Person eve = Person.register(server, "eve");
    try (Client ada = Person.register(server, "ada").connect()) {
      try (Client first = bob.connect()) {
        first.done("ping");
      }
      assertThat(watch(ada, bob, eve).get("state")).isEqualTo("online");
      try (Client second = bob.connect()) {
        second.done("ping");
      }
      eve.connect().close();

      assertThat(ada.next("presence").at("data").text("user")).isEqualTo(eve.id());
    }
  }

  @Test
  void eachConnectionOfASessionWatchesForItself() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    Person eve = Person.register(server, "eve");
    try (Client one = ada.connect();
        Client other = ada.connect()) {
      watch(one, bob);
      watch(other, eve);
      eve.connect().close();
      bob.connect().close();

      assertThat(one.next("presence").at("data").text("user")).isEqualTo(bob.id());
      assertThat(other.next("presence").at("data").text("user")).isEqualTo(eve.id());
    }
  }

  @Test
  void whatWasChosenAndWhenOneWasSeenOutlivesTheServer(@TempDir Path directory) throws Exception {
    Person bob;
    Person ada;
    Instant before = Instant.now().minusMillis(1);
    try (Server first = Server.start(directory)) {
      ada = Person.register(first, "ada");
      bob = Person.register(first, "bob");
      try (Client client = bob.connect()) {
        client.done("presence.set", "state", "away", "text", "At lunch");
      }
      assertThat(first.terminate()).isZero();
    }
    try (Server second = Server.start(directory);
        Client client = Client.hello(second.url(), ada.token())) {
      Map<String, Object> presence = watch(client, bob);
      assertThat(presence).containsEntry("state", "offline").containsEntry("text", "At lunch");
      assertThat(Instant.parse((String) presence.get("lastSeen"))).isBetween(before, Instant.now());
      try (Client back = Client.hello(second.url(), bob.token())) {
        back.done("ping");
        assertThat(client.next("presence").at("data").text("state")).isEqualTo("away");
      }
    }
  }

  @Test
  void theRoomSeesWhatHasReachedWhom() throws Exception {
    Person bob = Person.register(server, "bob");
    Person eve = Person.register(server, "eve");
    try (Client writer = eve.connect();
        Client client = bob.connect()) {
      String room = writer.done("direct.open", "users", List.of(bob.id())).at("room").text("id");
      client.next("room.added", room);
      long seq = writer.say(room, "Are you there?");

      Json position = client.done("delivered.mark", "room", room, "seq", seq);
      assertThat(position.number("unread")).isEqualTo(1);
      assertThat(writer.next("receipt", room).at("data").fields())
          .isEqualTo(Map.of("user", bob.id(), "delivered", seq));
      Json receipts = writer.done("receipt.list", "room", room, "target", seq);
      assertThat(receipts.list("receipts"))
          .extracting(it -> it.text("user"))
          .containsExactlyInAnyOrder(bob.id(), eve.id());
      String path = "/v1/rooms/" + room + "/receipts?target=" + seq;
      assertThat(eve.http().get(path).json(200)).isEqualTo(receipts);
    }
  }

  @Test
  void whatDrawsAttentionStandsInTheRoomsLine() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      client.done("notify.set", "room", client.general(), "level", "mentions");

      Json rooms = ada.http().get("/v1/rooms").json(200);
      assertThat(rooms.list("rooms").getFirst().text("notify")).isEqualTo("mentions");
    }
  }

  private static Map<String, Object> watch(Client client, Person... people) throws Exception {
    List<String> users = List.of(people).stream().map(Person::id).toList();
    List<Json> presences = client.done("presence.watch", "users", users).list("presences");
    return presences.getFirst().fields();
  }
}
