package im.parley.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which kinds of I/O there are. */
class TransportChoiceTest {

  @Test
  void linuxHasEpollAndEverySystemHasNio() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux");
    assertThat(Transport.EPOLL.isAvailable()).isEqualTo(linux);
    assertThat(Transport.best()).isEqualTo(linux ? Transport.EPOLL : Transport.NIO);
    assertThat(Transport.available()).contains(Transport.best(), Transport.NIO);
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void oneThatDoesNotWorkSaysWhyInALine(Transport transport) {
    assertThat(transport.whyNot().isEmpty()).isEqualTo(transport.isAvailable());
    assertThat(Transport.available().contains(transport)).isEqualTo(transport.isAvailable());
    assertThat(transport.whyNot().stream())
        .allSatisfy(why -> assertThat(why).isNotBlank().hasLineCount(1));
  }
}
