package im.parley.app;

import static java.net.http.HttpRequest.BodyPublishers.noBody;
import static java.net.http.HttpRequest.BodyPublishers.ofByteArray;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Postgres;
import im.parley.app.client.Program;
import im.parley.app.client.S3Server;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  void uploadedFilesGoIntoABucketAndCanBeHadThere(@TempDir Path elsewhere) throws Exception {
    byte[] picture = new byte[300_000];
    new Random(1).nextBytes(picture);
    Person ada;
    String file;
    try (Server before = Server.start(data)) {
      ada = Person.register(before, "ada");
      var kept = ada.http().exchange("POST", "/v1/files?name=engine", ofByteArray(picture));
      file = Json.parse(new String(kept.body(), UTF_8)).at("file").text("id");
      before.terminate();
    }
    try (S3Server s3 = S3Server.start("parley")) {
      String[] bucket = {"--files", "s3://parley/files", "--s3-endpoint", s3.url()};
      assertThat(migrate(bucket).said()).containsPattern("(?m)^ +1  uploaded files$");
      assertThat(migrate(bucket).said()).as("again").containsPattern("(?m)^ +1  uploaded files$");
      String[] options = {"--database", postgres.url(), bucket[0], bucket[1], bucket[2], bucket[3]};
      try (Server after = Server.start(S3Server.CREDENTIALS, elsewhere, options)) {
        Http there = ada.at(after).http();
        assertThat(there.exchange("GET", "/v1/files/" + file, noBody()).body()).isEqualTo(picture);
        after.terminate();
      }
    }
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

  private Program.Outcome migrate(String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("migrate", "--from", "sqlite:" + data));
    arguments.addAll(List.of("--to", postgres.url()));
    arguments.addAll(List.of(options));
    return Program.run(S3Server.CREDENTIALS, arguments.toArray(String[]::new));
  }
}
