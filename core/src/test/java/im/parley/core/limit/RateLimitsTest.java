package im.parley.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.MovableClock;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.GetHistory;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.MarkDelivered;
import im.parley.protocol.command.MarkRead;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.SetPresence;
import im.parley.protocol.command.SetTyping;
import im.parley.protocol.command.WatchPresence;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RateLimitsTest {

  private static final String ADDRESS = "192.0.2.1";
  private static final Caller STRANGER = new Caller.Anonymous(ADDRESS);
  private static final Caller ADA = user("ada", ADDRESS);

  private final MovableClock clock = new MovableClock();
  private final RateLimits limits = new RateLimits(LimitsConfig.defaults(), clock);

  @Test
  void theDefaultsAreGenerous() {
    assertThat(LimitsConfig.defaults())
        .isEqualTo(
            new LimitsConfig(
                new Allowance(60, 20),
                new Allowance(60, 5),
                new Allowance(300, 50),
                new Allowance(30, 5),
                new Allowance(60, 1),
                new Allowance(10, 0.1)));
  }

  static Stream<Arguments> allowances() {
    return Stream.of(
        Arguments.of(SendMessage.TYPE, ADA, 60, 50),
        Arguments.of(SetTyping.TYPE, ADA, 30, 200),
        Arguments.of(CreateRoom.TYPE, ADA, 60, 200),
        Arguments.of(JoinRoom.TYPE, ADA, 60, 200),
        Arguments.of(MarkRead.TYPE, ADA, 300, 20),
        Arguments.of(WatchPresence.TYPE, ADA, 60, 200),
        Arguments.of(SetPresence.TYPE, ADA, 60, 200),
        Arguments.of(MarkDelivered.TYPE, ADA, 300, 20),
        Arguments.of(GetHistory.TYPE, ADA, 300, 20),
        Arguments.of(RefreshSession.TYPE, STRANGER, 300, 20),
        Arguments.of(RegisterAccount.TYPE, STRANGER, 60, 1000),
        Arguments.of(CreateSession.TYPE, STRANGER, 60, 1000));
  }

  @ParameterizedTest
  @MethodSource("allowances")
  void aBurstThenASteadyPace(CommandType<?, ?> type, Caller caller, int burst, long everyMs) {
    assertThat(admitted(type, caller)).isEqualTo(burst);

    Refusal refusal = refused(type, caller);
    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refusal.retry()).isTrue();
    assertThat(refusal.retryAfterMs()).isBetween(everyMs, everyMs + 1);
    assertThat(refusal.message()).startsWith("Slow down: " + burst + " at once, then ");

    clock.advance(Duration.ofMillis(everyMs));
    assertThat(admitted(type, caller)).isEqualTo(1);
    clock.advance(Duration.ofMillis(everyMs * 3));
    assertThat(admitted(type, caller)).isEqualTo(3);
    clock.advance(Duration.ofHours(1));
    assertThat(admitted(type, caller)).isEqualTo(burst);
  }

  @Test
  void whoComesBackWhenToldIsLetIn() {
    admitted(SendMessage.TYPE, ADA);
    clock.advance(Duration.ofMillis(17));
    Long wait = refused(SendMessage.TYPE, ADA).retryAfterMs();

    assertThat(wait).isNotNull();
    clock.advance(Duration.ofMillis(wait == null ? 0 : wait));

    assertThat(admitted(SendMessage.TYPE, ADA)).isEqualTo(1);
  }

  @Test
  void usersAndKindsOfCommandsDoNotPayForEachOther() {
    admitted(SendMessage.TYPE, ADA);

    assertThat(admitted(SendMessage.TYPE, user("grace", ADDRESS))).isEqualTo(60);
    assertThat(admitted(CreateRoom.TYPE, ADA)).isEqualTo(60);
  }

  @Test
  void aUserPaysFromEveryAddress() {
    admitted(SendMessage.TYPE, ADA);

    assertThat(admitted(SendMessage.TYPE, user("ada", "198.51.100.7"))).isZero();
  }

  @Test
  void anAddressPaysForSigningInWhoeverItIs() {
    admitted(CreateSession.TYPE, STRANGER);

    assertThat(admitted(CreateSession.TYPE, ADA)).isZero();
    assertThat(admitted(CreateSession.TYPE, new Caller.Anonymous("192.0.2.2"))).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:0db8:0001:0002::7, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "::1, ::1, true",
    "not:an:address, not:an:address, true",
    "not:an:address, another:one, false",
  })
  void anIpv6NetworkIsOneSource(String one, String other, boolean same) {
    assertThat(Source.of(one).equals(Source.of(other))).isEqualTo(same);
  }

  @Test
  void wrongPasswordsCountByNameAndAddress() {
    for (int i = 0; i < 10; i++) {
      limits.beforePassword("ada", ADDRESS);
    }

    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> limits.beforePassword("ada", ADDRESS));
    assertThat(refused.refusal().retryAfterMs()).isBetween(10_000L, 10_001L);
    assertThatCode(() -> limits.beforePassword("grace", ADDRESS)).doesNotThrowAnyException();
    assertThatCode(() -> limits.beforePassword("ada", "192.0.2.2")).doesNotThrowAnyException();

    limits.passwordWasRight("ada", ADDRESS);
    assertThatCode(() -> limits.beforePassword("ada", ADDRESS)).doesNotThrowAnyException();
  }

  @Test
  void filesComeInAndGoOutAtAPaceOfTheirOwn() {
    Caller.SignedIn ada = user("ada", ADDRESS);

    assertThat(admitted(() -> limits.beforeUpload(ada))).isEqualTo(60);
    assertThat(admitted(() -> limits.beforeDownload(ada))).isEqualTo(300);
    assertThat(admitted(() -> limits.beforeUpload(user("grace", ADDRESS)))).isEqualTo(60);
    assertThat(admitted(CreateRoom.TYPE, ada)).isEqualTo(60);
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> limits.beforeUpload(ada));
    assertThat(refused.refusal().code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refused.refusal().retryAfterMs()).isBetween(200L, 201L);

    clock.advance(Duration.ofMillis(200));
    assertThat(admitted(() -> limits.beforeUpload(ada))).isEqualTo(1);
    assertThat(admitted(() -> limits.beforeDownload(ada))).isEqualTo(10);
  }

  @Test
  void withAndWithoutLimitsOneSignsInFirst() {
    for (CommandType<?, ?> type : CommandCatalogue.all()) {
      for (Limits each : new Limits[] {limits, new NoLimits()}) {
        assertThatCode(() -> each.admit(ADA, type)).doesNotThrowAnyException();
        if (type.audience() == CommandType.Audience.ANYONE) {
          assertThatCode(() -> each.admit(STRANGER, type)).doesNotThrowAnyException();
        } else {
          RefusedException refused =
              catchThrowableOfType(RefusedException.class, () -> each.admit(STRANGER, type));
          assertThat(refused.refusal().code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
        }
      }
    }
  }

  @Test
  void withoutLimitsThereAreNone() {
    NoLimits none = new NoLimits();
    for (int i = 0; i < 10_000; i++) {
      none.admit(ADA, SendMessage.TYPE);
      none.beforePassword("ada", ADDRESS);
    }
    none.passwordWasRight("ada", ADDRESS);
  }

  @Test
  void anAllowanceAllowsSomething() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(100_001, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Allowance(1, 1_000_001));
    assertThat(new Allowance(60, 20).inWords()).isEqualTo("60 at once, then 20 a second");
    assertThat(new Allowance(10, 0.1).inWords()).isEqualTo("10 at once, then one every 10 s");
  }

  /** How many are admitted until one is not. */
  private int admitted(CommandType<?, ?> type, Caller caller) {
    return admitted(() -> limits.admit(caller, type));
  }

  /** The same, of anything. */
  private static int admitted(Runnable admit) {
    int count = 0;
    try {
      for (; count < 100_000; count++) {
        admit.run();
      }
    } catch (RefusedException e) {
      return count;
    }
    return count;
  }

  private Refusal refused(CommandType<?, ?> type, Caller caller) {
    return catchThrowableOfType(RefusedException.class, () -> limits.admit(caller, type)).refusal();
  }

  private static Caller.SignedIn user(String name, String address) {
    return new Caller.SignedIn(new UserId(name), new SessionId("s1"), address);
  }
}
