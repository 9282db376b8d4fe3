package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Who comes into a room hears it; who is out of it hears nothing more. */
class ComingAndGoingTest {

  @RunningServer private static Server server;

  @Test
  void whoJoinsIsSeenByTheRoomAndByTheirOtherDevices() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect();
        Client here = bob.connect();
        Client there = bob.signIn("phone").connect()) {
      String room = create(ada, "public");
      Json joined = here.done("room.join", "room", room).at("room");

      assertThat(joined.text("role")).isEqualTo("member");
      assertThat(joined.number("members")).isEqualTo(2);
      Json event = ada.next(event("member.joined", bob));
      assertThat(event.text("room")).isEqualTo(room);
      assertThat(event.text("by")).isEqualTo(bob.id());
      assertThat(event.at("data").text("role")).isEqualTo("member");
      Json added = there.next("room.added", room);
      assertThat(added.at("data").text("id")).isEqualTo(room);
      assertThat(added.at("data").text("role")).isEqualTo("member");

      long seq = ada.say(room, "Welcome");
      assertThat(seq).isGreaterThan(added.at("data").number("head"));
      assertThat(there.next("message.posted", room).number("seq")).isEqualTo(seq);
      here.next("room.added", room);
      assertThat(here.next("message.posted", room).number("seq")).isEqualTo(seq);
    }
  }

  @Test
  void joiningAgainChangesNothing() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room = create(ada, "public");
      long head = bob.done("room.join", "room", room).at("room").number("head");
      assertThat(bob.done("room.join", "room", room).at("room").number("head")).isEqualTo(head);
    }
  }

  @Test
  void whoIsBroughtIntoAPrivateRoomHearsItFromThenOn() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    try (Client owner = ada.connect();
        Client newcomer = bob.connect()) {
      String room = create(owner, "private");
      owner.say(room, "Before");
      owner.done("member.add", "room", room, "user", bob.id());

      assertThat(newcomer.next("room.added", room).at("data").text("kind")).isEqualTo("private");
      Json event = owner.next(event("member.joined", bob));
      assertThat(event.text("by")).isEqualTo(ada.id());
      long seq = owner.say(room, "After");
      assertThat(newcomer.next("message.posted", room).number("seq")).isEqualTo(seq);
      assertThat(newcomer.done("room.members", "room", room).list("members"))
          .extracting(member -> member.at("user").text("id") + " " + member.text("role"))
          .containsExactlyInAnyOrder(ada.id() + " owner", bob.id() + " member");
    }
  }

  @Test
  void whoIsRemovedHearsSoAndNothingAfterwards() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect();
        Client here = bob.connect();
        Client there = bob.connect()) {
      String room = create(ada, "private");
      ada.done("member.add", "room", room, "user", bob.id());
      here.next("room.added", room);
      there.next("room.added", room);
      ada.done("member.remove", "room", room, "user", bob.id());
      ada.say(room, "Has he gone?");
      long marker = ada.say(ada.general(), "Is everybody here?");

      for (Client client : List.of(here, there)) {
        assertThat(client.next("room.removed", room).at("data").text("reason"))
            .isEqualTo("removed");
        assertThat(client.heardUntil(client.general(), marker)).noneMatch(it -> it.isIn(room));
      }
      Json left = ada.next(event("member.left", bob));
      assertThat(left.at("data").text("reason")).isEqualTo("removed");
      assertThat(here.refused("message.history", "room", room))
          .isEqualTo(here.refused("message.history", "room", "nowhere"));
    }
  }

  @Test
  void whoLeavesHearsNothingUntilTheyAreBack() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect();
        Client client = bob.connect()) {
      String room = create(ada, "public");
      client.done("room.join", "room", room);
      client.next("room.added", room);
      client.done("room.leave", "room", room);
      ada.say(room, "Behind his back");
      long marker = ada.say(ada.general(), "Is everybody here?");

      assertThat(ada.next(event("member.left", bob)).at("data").text("reason")).isEqualTo("left");
      assertThat(client.next("room.removed", room).at("data").text("reason")).isEqualTo("left");
      assertThat(client.heardUntil(client.general(), marker)).noneMatch(it -> it.isIn(room));
      assertThat(client.refused("message.send", "room", room, "key", "k", "text", "?").text("code"))
          .isEqualTo("forbidden");

      client.done("room.join", "room", room);
      client.next("room.added", room);
      long seq = ada.say(room, "To his face");
      assertThat(client.heardUntil(room, seq)).filteredOn(it -> it.isIn(room)).hasSize(1);
    }
  }

  @Test
  void aMemberCannotRemoveTheOwnerNorBringPeopleIntoAPrivateRoom() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    Person eve = Person.register(server, "eve");
    try (Client owner = ada.connect();
        Client member = bob.connect()) {
      String room = create(owner, "private");
      owner.done("member.add", "room", room, "user", bob.id());
      Json removal = member.refused("member.remove", "room", room, "user", ada.id());
      assertThat(removal.text("code")).isEqualTo("forbidden");
      Json addition = member.refused("member.add", "room", room, "user", eve.id());
      assertThat(addition.text("code")).isEqualTo("forbidden");
    }
  }

  private static String create(Client owner, String kind) throws Exception {
    Json created = owner.done("room.create", "kind", kind, "name", "Some room", "key", "create");
    return created.at("room").text("id");
  }

  private static Predicate<Json> event(String type, Person subject) {
    return message -> message.isEvent(type) && message.at("data").text("user").equals(subject.id());
  }
}
