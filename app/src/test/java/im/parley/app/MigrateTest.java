package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Postgres;
import im.parley.app.client.Program;
import im.parley.app.client.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server moves to PostgreSQL, and its people go on as if nothing had been. */
class MigrateTest {

  @TempDir Path data;

  private Postgres postgres;

  @BeforeEach
  void start() {
    postgres = Postgres.start();
  }

  @AfterEach
  void stop() {
    postgres.close();
  }

  @Test
  void everythingIsThereAndPeopleGoOnWhereTheyWere() throws Exception {
    Person ada;
    String room;
    long seen;
    long missed;
    try (Server before = Server.start(data)) {
      ada = Person.register(before, "ada");
      Person bob = Person.register(before, "bob");
      try (Client client = ada.connect();
          Client other = bob.connect()) {
        room =
            client.done("room.create", "kind", "public", "name", "Engines").at("room").text("id");
        other.done("room.join", "room", room);
        seen = client.say(room, "the differential engine");
        client.done("reaction.add", "room", room, "target", seen, "emoji", "👍", "key", "k2");
        client.done("pin.add", "room", room, "target", seen, "key", "k3");
        missed = other.say(room, "and the analytical one 🎩");
        client.done("message.send", "room", room, "key", "asked-twice", "text", "once");
      }
      before.terminate();
    }
    assertThat(migrate().said()).contains("Copied, counted and compared");
    assertThat(migrate().said()).as("again").contains("Copied, counted and compared");

    try (Server after = Server.start(data, "--database", postgres.url());
        Client back =
            Client.hello(
                after.url(), Json.of("token", ada.token(), "resume", Json.of(room, missed - 1)))) {
      assertThat(back.welcome().at("resume").text(room)).isEqualTo("delta");
      assertThat(back.next("message.posted", room).number("seq")).isEqualTo(missed);
      assertThat(
              back.done("message.send", "room", room, "key", "asked-twice", "text", "once")
                  .isTrue("duplicate"))
          .isTrue();
      assertThat(back.say(room, "in the new house")).isEqualTo(missed + 2);
      assertThat(after.http(ada.token()).get("/v1/search?query=analytical").json(200).list("hits"))
          .hasSize(1);
      assertThat(ada.at(after).signIn("again").id()).isEqualTo(ada.id());
      after.terminate();
    }
    Program.Outcome late = migrate();
    assertThat(late.status()).isEqualTo(64);
    assertThat(late.said()).contains("has been used since");
  }

  @Test
  void aDatabaseWithPeopleOfItsOwnIsLeftAlone() throws Exception {
    try (Server other = Server.start(data.resolve("other"), "--database", postgres.url())) {
      Person.register(other, "eve");
      Server.start(data).close();
      assertThat(migrate().said()).contains("another server of Parley uses it");
      other.terminate();
    }
    assertThat(migrate().said()).contains("has people of its own");
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    assertThat(Program.run("migrate", "--from", "data", "--to", postgres.url()).said())
        .contains("'from' must be like sqlite:data");
    assertThat(Program.run("migrate", "--from", "sqlite:" + data, "--to", "elsewhere").said())
        .contains("'to' must be like postgresql://");
    assertThat(migrate().said()).contains("There is no database of Parley in");
  }

  private Program.Outcome migrate() throws Exception {
    return Program.run("migrate", "--from", "sqlite:" + data, "--to", postgres.url());
  }
}
