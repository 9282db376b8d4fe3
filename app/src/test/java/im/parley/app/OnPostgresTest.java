package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Postgres;
import im.parley.app.client.Program;
import im.parley.app.client.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole server on PostgreSQL: what its users see is the same. */
class OnPostgresTest {

  @TempDir static Path data;

  private static Postgres postgres;
  private static Server server;

  @BeforeAll
  static void start() throws Exception {
    postgres = Postgres.start();
    server = Server.start(data, "--database", postgres.url());
  }

  @AfterAll
  static void stop() {
    server.close();
    postgres.close();
  }

  @Test
  void peopleTalkSearchAndResume() throws Exception {
    Person ada = Person.register(server, "ada");
    Person bob = Person.register(server, "bob");
    try (Client writer = ada.connect();
        Client reader = bob.connect()) {
      String room =
          writer.done("room.create", "kind", "private", "name", "Engines").at("room").text("id");
      writer.done("member.add", "room", room, "user", bob.id());
      reader.next("room.added", room);
      long seq =
          writer
              .done("message.send", "room", room, "key", "k1", "text", "the differential engine")
              .number("seq");
      assertThat(reader.next("message.posted", room).number("seq")).isEqualTo(seq);
      Json again =
          writer.done("message.send", "room", room, "key", "k1", "text", "the differential engine");
      assertThat(again.number("seq")).isEqualTo(seq);
      assertThat(again.isTrue("duplicate")).isTrue();
      writer.done("reaction.add", "room", room, "target", seq, "emoji", "👍", "key", "k2");
      assertThat(bob.http().get("/v1/search?query=differ").json(200).list("hits")).hasSize(1);
      try (Client returning = bob.resume(room, seq - 1)) {
        assertThat(returning.next("message.posted", room).number("seq")).isEqualTo(seq);
        assertThat(returning.next("reaction.added", room).number("seq")).isEqualTo(seq + 1);
      }
    }
  }

  @Test
  void aSecondServerIsSentAway(@TempDir Path other) throws Exception {
    Program.Outcome outcome =
        Program.run(
            "serve", "--port", "0", "--data", other.toString(), "--database", postgres.url());
    assertThat(outcome.status()).isEqualTo(64);
    assertThat(outcome.said())
        .contains("another server of Parley uses it")
        .doesNotContain("\tat ", "postgres@");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidAtTheStart(@TempDir Path other) throws Exception {
    Program.Outcome outcome =
        Program.run(
            "serve",
            "--port",
            "0",
            "--data",
            other.toString(),
            "--database",
            "postgresql://ada:secret@localhost:1/chat");
    assertThat(outcome.status()).isEqualTo(64);
    assertThat(outcome.said()).contains("localhost/chat").doesNotContain("\tat ", "secret");
  }
}
