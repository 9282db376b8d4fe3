package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.config.CommandLineSettings;
import im.parley.app.config.ServerConfig;
import im.parley.app.config.Setting;
import im.parley.app.config.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A directory is filled, a server starts on it, and the people who were printed come and talk. */
class SeedTest {

  private static final String PASSWORD = "correct horse battery";

  @TempDir Path parent;

  @Test
  void whoeverIsPrintedCanConnectAndTalk() throws Exception {
    List<Json> users = users(seed());
    assertThat(users)
        .extracting(user -> user.text("username"))
        .containsExactly("user-00001", "user-00002", "user-00003", "user-00004");

    try (ParleyServer server = serve();
        Client first = Client.hello(server.url(), users.getFirst().text("token"));
        Client other = Client.hello(server.url(), users.get(1).text("token"))) {
      assertThat(first.welcome().at("user").text("id")).isEqualTo(users.getFirst().text("user"));
      List<Json> rooms = first.welcome().list("rooms");
      assertThat(rooms)
          .extracting(room -> room.text("id"))
          .containsExactlyInAnyOrderElementsOf(users.getFirst().texts("rooms"));
      assertThat(rooms)
          .allSatisfy(room -> {
            assertThat(room.number("members")).isEqualTo(2);
            assertThat(room.number("messages")).isEqualTo(10);
            assertThat(room.number("unread")).isZero();
          });

      // The first two of four are the first room.
      String room = users.getFirst().texts("rooms").getFirst();
      assertThat(users.get(1).texts("rooms")).contains(room);
      assertThat(first.say(room, "Is this on?")).isEqualTo(2 + 10 + 1);
      Json heard = other.next("message.posted", room);
      assertThat(heard.at("data").text("text")).isEqualTo("Is this on?");
      assertThat(heard.at("data").number("number")).isEqualTo(11);
    }
  }

  @Test
  void everyoneHasThePasswordThatWasGiven() throws Exception {
    seed("--password", PASSWORD);
    try (ParleyServer server = serve()) {
      assertThat(signIn(server, PASSWORD)).isEqualTo(201);
      assertThat(signIn(server, PASSWORD + "!")).isEqualTo(401);
    }
  }

  @Test
  void withoutAPasswordNobodySignsIn() throws Exception {
    seed();
    try (ParleyServer server = serve()) {
      assertThat(signIn(server, PASSWORD)).isEqualTo(401);
    }
  }

  @Test
  void thePeopleAloneGoToTheStandardOutput() {
    Outcome outcome = seed();

    assertThat(outcome.status).isZero();
    assertThat(outcome.out.lines())
        .hasSize(4)
        .allMatch(line ->
            line.matches(
                "\\{\"user\":\"u\\w{12}\",\"username\":\"user-\\d{5}\",\"token\":\"pa_[\\w-]{43}\""
                    + ",\"rooms\":\\[\"r\\w{12}\"(,\"r\\w{12}\")*]}"));
    assertThat(outcome.err)
        .contains("100 %", "4 users, 4 rooms of 2 and 40 messages")
        .doesNotContain("pa_");
  }

  @Test
  void aDirectoryWithAccountsIsLeftAlone() {
    seed();
    assertRefused(seed(), "There are accounts in " + data() + " already");
  }

  @Test
  void aDirectoryInUseIsLeftAlone() {
    try (ParleyServer server = serve()) {
      assertRefused(seed(), "in use by another Parley server");
      assertThat(server.url()).startsWith("http://");
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--users, 0, 'users' must be a number from 1 to 100000",
        "--users, many, '--users' must be a whole number",
        "--database, mysql://host/name, 'database' must be like postgresql://",
        "--data, \"\", 'data' must be the path of a directory",
        "--per-room, 5, 'per-room' must be a number from 1 to 4",
        "--rooms, 2001, One can be in 1000 rooms at most",
        "--messages, -1, 'messages' must be a number from 0",
        "--password, short, 'password' must be 8 to 128 characters",
        "--mesages, 1, '--mesages' is not an option",
      })
  void whatCannotBeIsRefusedInOneLine(String option, String value, String reason) {
    assertRefused(run(with(option, value)), reason);
    assertThat(data()).doesNotExist();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertRefused(run(List.of("seed", "--users", "4")), "'--data' is missing");
  }

  /** How the command ended, and what it wrote. */
  private record Outcome(int status, String out, String err) {}

  private Outcome seed(String... more) {
    List<String> arguments = new ArrayList<>(with("--rooms", "4"));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  /** Four people in four rooms of two, with one option that is new or another. */
  private List<String> with(String option, String value) {
    List<String> arguments = new ArrayList<>(List.of("seed", option, value));
    Map<String, String> usual =
        Map.of(
            "--data",
            data().toString(),
            "--users",
            "4",
            "--rooms",
            "4",
            "--per-room",
            "2",
            "--messages",
            "40");
    usual.forEach((name, usualValue) -> {
      if (!name.equals(option)) {
        arguments.addAll(List.of(name, usualValue));
      }
    });
    return arguments;
  }

  private static Outcome run(List<String> arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLineInterface(Map.of(), new PrintWriter(out), new PrintWriter(err))
            .execute(arguments);
    return new Outcome(status, out.toString(), err.toString());
  }

  private Path data() {
    return parent.resolve("data");
  }

  private ParleyServer serve() {
    Map<Setting, String> values = Map.of(Setting.PORT, "0", Setting.DATA, data().toString());
    return ParleyServer.start(
        ServerConfig.of(
            Settings.read(new CommandLineSettings(values, Optional.empty()), Map.of())));
  }

  private static int signIn(ParleyServer server, String password) throws Exception {
    Json body = Json.of("username", "user-00003", "password", password);
    return new Http(server.url(), "").post("/v1/sessions", body).status();
  }

  private static List<Json> users(Outcome outcome) {
    return outcome.out.lines().map(Json::parse).toList();
  }

  private static void assertRefused(Outcome outcome, String reason) {
    assertThat(outcome.status).isEqualTo(64);
    assertThat(outcome.out).isEmpty();
    assertThat(outcome.err.lines()).singleElement().asString().startsWith("parley: ");
    assertThat(outcome.err).contains(reason);
  }
}
