package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Program;
import im.parley.app.client.Program.Outcome;
import im.parley.app.client.Server;
import im.parley.app.config.Setting;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that cannot start says why in one line, and ends with a status that says so too. */
class StartRefusalsTest {

  @TempDir Path data;

  @Test
  void anOptionThatThereIsNot() throws Exception {
    assertRefused(Program.run("serve", "--nonsense"), "--nonsense");
  }

  @Test
  void aCommandThatThereIsNot() throws Exception {
    assertRefused(Program.run("srve"), "'srve' is not a command");
  }

  @Test
  void aValueThatCannotBe() throws Exception {
    assertRefused(Program.run("serve", "--port", "http"), "'port' must be a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"epoll", "io_uring"})
  void aTransportThatTheMachineDoesNotHave(String transport) throws Exception {
    Outcome outcome = Program.runWithoutNativeTransports("serve", "--transport", transport);
    assertRefused(outcome, "'transport' must not be '" + transport + "' here: Native transport");
    assertThat(outcome.said()).contains("choose 'auto'");
  }

  @Test
  void aPortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Outcome outcome =
          Program.run("serve", "--port", port, "--admin-port", "0", "--data", data.toString());
      assertRefused(outcome, "port " + port);
    }
  }

  @Test
  void aDataDirectoryThatAnotherServerHolds() throws Exception {
    try (Server holder = Server.start(data)) {
      Outcome outcome = Program.run("serve", "--port", "0", "--data", data.toString());
      assertRefused(outcome, "process " + holder.pid());
      assertThat(holder.http("").get("/readyz").body()).isEqualTo("ok\n");
    }
  }

  @Test
  void aDataDirectoryThatIsAFile() throws Exception {
    Path file = Files.createFile(data.resolve("file"));
    Outcome outcome = Program.run("serve", "--port", "0", "--data", file.toString());
    assertRefused(outcome, file.toString());
    assertThat(outcome.said()).doesNotContain("Exception");
  }

  @Test
  void helpIsNoRefusal() throws Exception {
    Outcome outcome = Program.run("serve", "--help");
    assertThat(outcome.status()).isZero();
    for (Setting setting : Setting.values()) {
      assertThat(outcome.said()).contains("--" + setting.key(), setting.environmentName());
    }
    assertThat(Program.run("--help")).isEqualTo(Program.run());
  }

  private static void assertRefused(Outcome outcome, String reason) {
    assertThat(outcome.said().lines()).singleElement().asString().startsWith("parley: ");
    assertThat(outcome.said()).contains(reason);
    assertThat(outcome.status()).isNotZero();
  }
}
