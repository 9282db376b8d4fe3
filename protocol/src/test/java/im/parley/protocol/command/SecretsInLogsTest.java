package im.parley.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.BotKey;
import im.parley.protocol.reply.HookUrl;
import im.parley.protocol.reply.OutgoingSecret;
import im.parley.protocol.reply.SignedIn;
import im.parley.protocol.reply.SlashSecret;
import im.parley.protocol.view.Hook;
import im.parley.protocol.view.Outgoing;
import im.parley.protocol.view.SlashCommand;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What carries a password or a token can be logged without giving it away. */
class SecretsInLogsTest {

  private static final String SECRET = "correct-horse-battery";

  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ADA = new UserId("u1");
  private static final UserId BOT = new UserId("u2");
  private static final Hook HOOK = new Hook(BOT, ROOM, "The mill", ADA, Instant.EPOCH);
  private static final Outgoing OUTGOING =
      new Outgoing(
          3,
          ROOM,
          "https://mill.example/" + SECRET,
          List.of("message.posted"),
          List.of(),
          null,
          ADA,
          Instant.EPOCH,
          1,
          null);
  private static final SlashCommand SLASH =
      new SlashCommand(
          ROOM, "weave", "", "https://mill.example/" + SECRET, BOT, ADA, Instant.EPOCH);

  static Stream<Record> recordsWithSecrets() {
    User ada = new User(ADA, "ada", "Ada", null, null);
    return Stream.of(
        new RegisterAccount("ada", SECRET, null, null),
        new CreateSession("ada", SECRET, null),
        new RefreshSession(SECRET),
        new SubscribePush("https://push.example/" + SECRET, SECRET, SECRET),
        new BotKey(ada, SECRET),
        new HookUrl(HOOK, "/v1/hooks/" + SECRET),
        new OutgoingSecret(OUTGOING, SECRET),
        new SlashSecret(SLASH, SECRET),
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
