package im.parley.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.BotKey;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What carries a password or a token can be logged without giving it away. */
class SecretsInLogsTest {

  private static final String SECRET = "correct-horse-battery";

  static Stream<Record> recordsWithSecrets() {
    User ada = new User(new UserId("u1"), "ada", "Ada", null, null);
    return Stream.of(
        new RegisterAccount("ada", SECRET, null, null),
        new CreateSession("ada", SECRET, null),
        new RefreshSession(SECRET),
        new BotKey(ada, SECRET),
        new Hello(SECRET, Map.of("r1", 4L), null, "web/1.0"),
        new SignedIn(ada, SECRET, Instant.EPOCH, SECRET, new SessionId("s1")));
  }

  @ParameterizedTest
  @MethodSource("recordsWithSecrets")
  void doesNotShowItsSecret(Record carrier) {
    assertThat(carrier.toString())
        .startsWith(carrier.getClass().getSimpleName())
        .doesNotContain(SECRET);
  }
}
