package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was said can be read again, in pages, and everybody learns how far others have read. */
class ReadingTest {

  @RunningServer private static Server server;

  @Test
  void historyComesInPagesFromAnySide() throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomOf(ada, 10);

      assertPage(ada.done("message.history", "room", room), false, 1, 10);
      assertPage(ada.done("message.history", "room", room, "limit", 3), true, 8, 10);
      assertPage(history(ada, room, "before", 8, 3), true, 5, 7);
      assertPage(history(ada, room, "before", 4, 3), false, 1, 3);
      assertPage(history(ada, room, "after", 5, 3), true, 6, 8);
      assertPage(history(ada, room, "after", 7, 3), false, 8, 10);
      assertPage(history(ada, room, "around", 5, 4), true, 4, 7);
      assertPage(history(ada, room, "before", 1, 3), false, 1, 0);
      assertPage(history(ada, room, "after", 10, 3), false, 1, 0);
    }
  }

  @Test
  void aMessageInHistoryIsWhatWasSent() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      String room = roomOf(client, 0);
      Json sent = client.done("message.send", "room", room, "key", "k1", "text", " Hi\n*there* ");
      Json message = client.done("message.history", "room", room).list("messages").getFirst();
      assertThat(message)
          .isEqualTo(
              Json.parse(
                  Json.of(
                          "room",
                          room,
                          "seq",
                          sent.number("seq"),
                          "number",
                          1,
                          "at",
                          sent.text("at"),
                          "by",
                          ada.id(),
                          "text",
                          " Hi\n*there* ",
                          "key",
                          "k1")
                      .toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 201})
  void aPageHasOneToTwoHundred(int limit) throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      for (String type : List.of("message.history", "room.events", "room.members")) {
        Json error = ada.refused(type, "room", ada.general(), "limit", limit);
        assertThat(error.text("code")).as(type).isEqualTo("bad_request");
        assertThat(error.text("field")).as(type).isEqualTo("limit");
      }
    }
  }

  @Test
  void theLogItselfHasEveryEventAsItCameLive() throws Exception {
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      String room = roomOf(ada, 1);
      bob.done("room.join", "room", room);
      long last = ada.say(room, "Last");
      List<Json> live =
          ada.heardUntil(room, last).stream()
              .filter(event -> event.isIn(room) && event.has("seq"))
              .toList();

      Json all = ada.done("room.events", "room", room);
      assertThat(all.list("events").stream().map(event -> event.number("seq")))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
      assertThat(all.isTrue("more")).isFalse();
      assertThat(all.list("events").subList(1, 4)).isEqualTo(live);
      Json page = ada.done("room.events", "room", room, "after", 1, "limit", 2);
      assertThat(page.list("events")).isEqualTo(all.list("events").subList(1, 3));
      assertThat(page.isTrue("more")).isTrue();
    }
  }

  @Test
  void aReadMarkIsAReceiptToTheRoomAndACountToOnesOwn() throws Exception {
    Person bob = Person.register(server, "bob");
    try (Client ada = Person.register(server, "ada").connect();
        Client here = bob.connect();
        Client there = bob.connect()) {
      String room = roomOf(ada, 0);
      here.done("room.join", "room", room);
      there.next("room.added", room);
      long first = ada.say(room, "one");
      ada.say(room, "two");
      ada.say(room, "three");
      assertThat(summary(here, room).number("unread")).isEqualTo(3);

      Json position = here.done("read.mark", "room", room, "seq", first);
      assertThat(position.number("read")).isEqualTo(first);
      assertThat(position.number("unread")).isEqualTo(2);
      assertThat(position.number("mentions")).isZero();
      Json receipt = ada.next("receipt", room).at("data");
      assertThat(receipt.text("user")).isEqualTo(bob.id());
      assertThat(receipt.number("read")).isEqualTo(first);
      Json unread = there.next("room.unread", room).at("data");
      assertThat(unread.number("unread")).isEqualTo(2);
      assertThat(unread.number("read")).isEqualTo(first);
      assertThat(summary(here, room).number("unread")).isEqualTo(2);
    }
  }

  @Test
  void aReadMarkNeverMovesBackNorPastTheEnd() throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = roomOf(ada, 3);
      long head = summary(ada, room).number("head");
      Json end = ada.done("read.mark", "room", room, "seq", head + 1000);
      assertThat(end.number("read")).isEqualTo(head);
      assertThat(end.number("unread")).isZero();
      assertThat(ada.done("read.mark", "room", room, "seq", 1)).isEqualTo(end);
      assertThat(summary(ada, room).number("read")).isEqualTo(head);
    }
  }

  @Test
  void theNewestMessageStandsInTheRoomsLine() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      String room = roomOf(client, 2);
      Json summary = summary(client, room);
      assertThat(summary.number("messages")).isEqualTo(2);
      assertThat(summary.at("last").text("text")).isEqualTo("message 2");
      assertThat(summary.at("last").text("by")).isEqualTo(ada.id());
      assertThat(summary.at("last").number("seq")).isEqualTo(summary.number("head"));
    }
  }

  @Test
  void typingReachesTheOthers() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client writer = ada.connect();
        Client reader = Person.register(server, "bob").connect()) {
      String room = writer.general();
      writer.done("typing", "room", room, "active", true);
      assertThat(reader.next("typing", room).at("data").fields())
          .isEqualTo(Map.of("user", ada.id(), "active", true));
      writer.done("typing", "room", room, "active", false);
      assertThat(reader.next("typing", room).at("data").isTrue("active")).isFalse();
    }
  }

  /** A public room with so many messages. */
  private static String roomOf(Client owner, int messages) throws Exception {
    String room =
        owner
            .done("room.create", "kind", "public", "name", "Pages", "key", "create")
            .at("room")
            .text("id");
    for (int i = 1; i <= messages; i++) {
      owner.say(room, "message " + i);
    }
    return room;
  }

  /** A page on one side of the message of this number. */
  private static Json history(Client client, String room, String side, int number, int limit)
      throws Exception {
    long seq =
        client.done("message.history", "room", room).list("messages").stream()
            .filter(message -> message.number("number") == number)
            .findFirst()
            .orElseThrow()
            .number("seq");
    return client.done("message.history", "room", room, side, seq, "limit", limit);
  }

  private static void assertPage(Json page, boolean more, int first, int last) {
    assertThat(page.list("messages").stream().map(message -> message.number("number")))
        .containsExactlyElementsOf(LongStream.rangeClosed(first, last).boxed().toList());
    assertThat(page.isTrue("more")).isEqualTo(more);
  }

  private static Json summary(Client client, String room) throws Exception {
    return client.done("room.list").list("rooms").stream()
        .filter(summary -> summary.text("id").equals(room))
        .findFirst()
        .orElseThrow();
  }
}
