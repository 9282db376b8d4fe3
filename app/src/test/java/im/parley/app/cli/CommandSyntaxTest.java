package im.parley.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a command is read. */
class CommandSyntaxTest {

  private static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "parley serve",
          "Serves chat.",
          List.of(
              new Option("--port", "PORT", List.of("Port to listen on", "Default: 8080")),
              new Option("--data", "DIR", List.of("Directory of the database"))));

  @Test
  void aValueIsTheNextWordOrStandsBehindAnEqualsSign() {
    assertThat(read("--port", "80", "--data=a=b"))
        .isEqualTo(new Request.Run(Map.of("--port", "80", "--data", "a=b")));
  }

  @Test
  void aValueMayBeginWithADashOrBeEmpty() {
    assertThat(read("--port", "-1", "--data="))
        .isEqualTo(new Request.Run(Map.of("--port", "-1", "--data", "")));
  }

  @Test
  void nothingWrittenIsNothingSet() {
    assertThat(read()).isEqualTo(new Request.Run(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void helpIsToldWhateverElseIsWritten(String help) {
    assertThat(read("--port", "80", help)).isEqualTo(new Request.Help());
  }

  @Test
  void whatIsNoOptionIsNamed() {
    assertMisused("'--prot' is not an option", "--prot", "80");
    assertMisused("'--prot' is not an option", "--prot=80");
    assertMisused("'80' is not an option", "80");
  }

  @Test
  void aForgottenValueDoesNotSwallowTheNextOption() {
    assertMisused("'--data' needs a value: DIR", "--data");
    assertMisused("'--data' needs a value: DIR", "--data", "--port", "80");
  }

  @Test
  void anOptionThatIsThereTwiceIsNamed() {
    assertMisused("'--port' is there twice", "--port", "80", "--port=81");
  }

  @Test
  void aValueThatIsNeededIsNamedWhenItIsNotThere() {
    Request.Run run = new Request.Run(Map.of("--port", "80", "--data", "d"));
    assertThat(run.number("--port")).isEqualTo(80);
    assertThat(run.required("--data")).isEqualTo("d");
    assertThat(run.optional("--host")).isEmpty();
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> run.number("--host"))
        .withMessage("'--host' is missing");
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> run.number("--data"))
        .withMessage("'--data' must be a whole number");
  }

  @Test
  void theHelpTextHasEveryOption() {
    assertThat(SYNTAX.help())
        .isEqualTo(
            """
            Usage: parley serve [OPTION VALUE]...
            Serves chat.

              --port PORT
                  Port to listen on
                  Default: 8080
              --data DIR
                  Directory of the database
              -h, --help
                  This text
            """);
  }

  private static Request read(String... words) {
    return SYNTAX.read(List.of(words));
  }

  private static void assertMisused(String message, String... words) {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> read(words))
        .withMessage(message);
  }
}
