package im.parley.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** From test.c of the reference implementation, phc-winner-argon2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void readsTheHashesOfTheReferenceImplementation(String phc) {
    assertThat(Argon2id.parse(phc).matches("password")).isTrue();
    assertThat(Argon2id.parse(phc).matches("passwore")).isFalse();
    assertThat(Argon2id.parse(phc).phc()).isEqualTo(phc);
  }

  @Test
  void knowsItsPasswordAgainAndNoOther() {
    String phc = Argon2id.hash("ünïcödé 🔑", 64, 1, RANDOM).phc();

    assertThat(phc).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
    assertThat(Argon2id.parse(phc).matches("ünïcödé 🔑")).isTrue();
    assertThat(Argon2id.parse(phc).matches("unicode 🔑")).isFalse();
    assertThat(Argon2id.parse(phc).matches("")).isFalse();
  }

  @Test
  void takesAPasswordFromAnyKeyboard() {
    String composed = "caf\u00e9 au lait";
    String decomposed = "cafe\u0301 au lait";

    assertThat(Argon2id.hash(composed, 64, 1, RANDOM).matches(decomposed)).isTrue();
  }

  @Test
  void saltsEachHash() {
    assertThat(Argon2id.hash("password", 64, 1, RANDOM).phc())
        .isNotEqualTo(Argon2id.hash("password", 64, 1, RANDOM).phc());
  }

  @Test
  void noticesTamperingWithEveryPart() {
    String phc = Argon2id.hash("password", 64, 1, RANDOM).phc();
    int salt = phc.indexOf('$', phc.indexOf("p=1")) + 1;
    int tag = phc.lastIndexOf('$') + 1;

    assertThat(Argon2id.parse(phc.replace("m=64", "m=65")).matches("password")).isFalse();
    assertThat(Argon2id.parse(phc.replace("t=1", "t=2")).matches("password")).isFalse();
    assertThat(Argon2id.parse(altered(phc, salt)).matches("password")).isFalse();
    assertThat(Argon2id.parse(altered(phc, tag)).matches("password")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=2$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=99999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFh FdXPJO1aFaMa",
        "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\n"
      })
  void refusesWhatIsNoArgon2idHash(String phc) {
    assertThatIllegalArgumentException().isThrownBy(() -> Argon2id.parse(phc));
  }

  @Test
  void aDecoyLooksLikeAHashAndMatchesNothing() {
    String decoy = Argon2id.decoy(64, 1, RANDOM).phc();

    assertThat(decoy).hasSameSizeAs(Argon2id.hash("password", 64, 1, RANDOM).phc());
    assertThat(Argon2id.parse(decoy).matches("password")).isFalse();
    assertThat(Argon2id.parse(decoy).matches("")).isFalse();
  }

  private static String altered(String phc, int at) {
    char other = phc.charAt(at) == 'A' ? 'B' : 'A';
    return phc.substring(0, at) + other + phc.substring(at + 1);
  }
}
