package im.parley.app.rehearsal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import im.parley.app.client.Program;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded for later starts is a server that was used, not one that failed. */
class RehearsalTest {

  @Test
  void theServerServesItsGuestsAndEndsWell() {
    assertThatCode(() -> Rehearsal.main(server("serve"))).doesNotThrowAnyException();
  }

  @Test
  void aServerThatDoesNotStartSaysWhy() {
    assertThatIOException()
        .isThrownBy(() -> Rehearsal.main(server("serve", "--prot", "80")))
        .withMessageContaining("'--prot' is not an option");
  }

  private static String[] server(String... arguments) {
    return Program.with(List.of(arguments)).command().toArray(String[]::new);
  }
}
