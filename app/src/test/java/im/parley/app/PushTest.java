package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Browser;
import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.PushReceiver;
import im.parley.app.client.PushReceiver.Pushed;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who are away are notified in their browsers. */
class PushTest {

  private static final String PATH = "/v1/me/push";
  private static final String SENT = "parley_push_sent_total";
  private static final String FAILED = "parley_push_failed_total";

  @TempDir static Path data;

  private static Server server;
  private static PushReceiver receiver;

  @BeforeAll
  static void start() throws Exception {
    receiver = PushReceiver.start();
    server =
        Server.start(data, "--push-endpoints", "any", "--push-contact", "mailto:admin@example.org");
  }

  @AfterAll
  static void stop() {
    server.close();
    receiver.close();
  }

  @Test
  void aDirectMessageIsPushedToSomebodyWhoIsAway() throws Exception {
    Person bob = Person.register(server, "bob");
    Browser browser = new Browser();
    subscribe(bob, browser);
    String key = bob.http().get("/v1/push/key").json(200).text("key");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = direct(ada, bob);
      long seq = ada.say(room, "Is the **loom** ready?");

      Pushed pushed = receiver.next(bob.id());
      Json user = ada.welcome().at("user");
      assertThat(browser.read(pushed.body()))
          .isEqualTo(
              Json.parse(
                  Json.of(
                          "type",
                          "message",
                          "room",
                          room,
                          "seq",
                          seq,
                          "by",
                          user.text("id"),
                          "title",
                          user.text("displayName"),
                          "text",
                          "Is the loom ready?",
                          "unread",
                          1)
                      .toString()));
      assertThat(pushed.headers().getFirst("Urgency")).isEqualTo("high");
      assertThat(pushed.headers().getFirst("TTL")).isEqualTo("86400");
      assertThat(pushed.headers().getFirst("Content-Encoding")).isEqualTo("aes128gcm");
      assertThat(pushed.headers().getFirst("Topic")).matches("[A-Za-z0-9_-]{32}");
      Json claims = Browser.claims(pushed.headers().getFirst("Authorization"), key);
      assertThat(claims.text("aud")).isEqualTo(receiver.origin());
      assertThat(claims.text("sub")).isEqualTo("mailto:admin@example.org");
      assertThat(Instant.ofEpochSecond(claims.number("exp")))
          .isBetween(Instant.now(), Instant.now().plusSeconds(86_400));
      pushMarker(ada);
      assertThat(receiver.left(bob.id())).isZero();
    }
  }

  @Test
  void onlyThoseAreNotifiedWhoWantItAndDoNotSeeIt() throws Exception {
    Person named = subscribed("named");
    Person keyword = subscribed("keyword");
    Person all = subscribed("all");
    Person mentions = subscribed("mentions");
    Person none = subscribed("none");
    Person busy = subscribed("busy");
    Person asleep = subscribed("asleep");
    Person here = subscribed("here");
    List<Person> quiet = List.of(mentions, none, busy, asleep, here);
    try (Client ada = Person.register(server, "ada").connect();
        Client live = here.connect()) {
      String room =
          ada.done("room.create", "kind", "private", "name", "Engines").at("room").text("id");
      for (Person person : List.of(named, keyword, all, mentions, none, busy, asleep, here)) {
        ada.done("member.add", "room", room, "user", person.id());
      }
      for (Person person : List.of(named, keyword, mentions)) {
        put(person, "/v1/rooms/" + room + "/notify", Json.of("level", "mentions"));
      }
      put(none, "/v1/rooms/" + room + "/notify", Json.of("level", "none"));
      put(keyword, "/v1/me/preferences", Json.of("keywords", List.of("löom")));
      put(busy, "/v1/me/presence", Json.of("state", "dnd"));
      put(asleep, "/v1/me/preferences", Json.of("keywords", List.of("loom"), "quietHours", now()));
      live.next("room.added", room);

      ada.say(room, "@" + named.username() + ", the loom!");
      pushMarker(ada);

      for (Person person : List.of(named, keyword, all)) {
        receiver.next(person.id());
        assertThat(receiver.left(person.id())).as(person.username()).isZero();
      }
      for (Person person : quiet) {
        assertThat(receiver.left(person.id())).as(person.username()).isZero();
      }
    }
  }

  @Test
  void whoHasReadItElsewhereIsNotNotified() throws Exception {
    Person bob = subscribed("bob");
    try (Client ada = Person.register(server, "ada").connect()) {
      String room = direct(ada, bob);
      long seq = ada.say(room, "Read this");
      put(bob, "/v1/rooms/" + room + "/read", Json.of("seq", seq));
      pushMarker(ada);

      assertThat(receiver.left(bob.id())).isZero();
    }
  }

  @Test
  void aBrowserThatHasGoneIsForgotten() throws Exception {
    Person bob = Person.register(server, "bob");
    String subscription = subscribe(bob, new Browser());
    receiver.answer(bob.id(), 410);
    double before = server.metrics().get(FAILED);
    try (Client ada = Person.register(server, "ada").connect()) {
      ada.say(direct(ada, bob), "Are you there?");
      receiver.next(bob.id());
      while (server.metrics().get(FAILED) == before) {
        Thread.onSpinWait();
      }
      assertThat(bob.http().delete(PATH + "/" + subscription).status()).isEqualTo(404);
    }
  }

  @Test
  void aPushServiceThatIsBusyIsAskedAgain() throws Exception {
    Person bob = subscribed("bob");
    receiver.answer(bob.id(), 503);
    double before = server.metrics().get(SENT);
    try (Client ada = Person.register(server, "ada").connect()) {
      ada.say(direct(ada, bob), "Are you there?");
      receiver.next(bob.id());
      receiver.next(bob.id());
      while (server.metrics().get(SENT) == before) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void aBrowserEndsWithItsSessionOrWhenItSaysSo() throws Exception {
    Person bob = Person.register(server, "bob");
    Person phone = bob.signIn("phone");
    subscribe(phone, new Browser());
    Person eve = Person.register(server, "eve");
    String subscription = subscribe(eve, new Browser());
    try (Client ada = Person.register(server, "ada").connect()) {
      assertThat(bob.http().delete("/v1/sessions/" + phone.session()).status()).isEqualTo(200);
      assertThat(eve.http().delete(PATH + "/" + subscription).status()).isEqualTo(200);
      ada.say(direct(ada, bob), "Nobody is told");
      ada.say(direct(ada, eve), "Nobody is told");
      pushMarker(ada);

      assertThat(receiver.left(bob.id())).isZero();
      assertThat(receiver.left(eve.id())).isZero();
    }
  }

  @Test
  void whatABrowserSaysOfItselfIsChecked() throws Exception {
    Person bob = Person.register(server, "bob");
    Json good = new Browser().subscription(receiver.endpoint("bob"));

    assertRefused(bob, good, "endpoint", "ftp://127.0.0.1/push");
    assertRefused(bob, good, "endpoint", "https://push.example/" + "a".repeat(1000));
    assertRefused(bob, good, "p256dh", "AAAA");
    assertRefused(bob, good, "p256dh", "B" + "A".repeat(86));
    assertRefused(bob, good, "auth", "%");
    try (Client client = bob.connect()) {
      assertThat(client.done("push.subscribe", good.namesAndValues()).text("subscription"))
          .isEqualTo(bob.http().post(PATH, good).json(201).text("subscription"));
    }
  }

  private static void assertRefused(Person person, Json good, String field, String value)
      throws Exception {
    Json bad = Json.of(good.namesAndValues());
    bad.fields().put(field, value);
    assertThat(person.http().post(PATH, bad).json(400).text("field")).isEqualTo(field);
  }

  /** A message that is pushed: everything that was said before it has been decided then. */
  private static void pushMarker(Client ada) throws Exception {
    Person marker = subscribed("marker");
    ada.say(direct(ada, marker), "Last");
    receiver.next(marker.id());
  }

  private static Person subscribed(String name) throws Exception {
    Person person = Person.register(server, name);
    subscribe(person, new Browser());
    return person;
  }

  private static String subscribe(Person person, Browser browser) throws Exception {
    Json subscription = browser.subscription(receiver.endpoint(person.id()));
    return person.http().post(PATH, subscription).json(201).text("subscription");
  }

  private static String direct(Client ada, Person other) throws Exception {
    return ada.done("direct.open", "users", List.of(other.id())).at("room").text("id");
  }

  private static void put(Person person, String path, Json body) throws Exception {
    Http.Answer answer = person.http().send("PUT", path, body.toString());
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** Quiet hours around this moment. */
  private static Map<String, Object> now() {
    DateTimeFormatter minutes = DateTimeFormatter.ofPattern("HH:mm");
    LocalTime time = LocalTime.now(ZoneOffset.UTC);
    return Map.of(
        "from", time.minusHours(1).format(minutes),
        "to", time.plusHours(1).format(minutes),
        "zone", "UTC");
  }
}
