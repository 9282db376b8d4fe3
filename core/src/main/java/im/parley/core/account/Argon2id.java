package im.parley.core.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * A password's Argon2id hash (RFC 9106, version 0x13, one lane) as a PHC string: {@code
 * $argon2id$v=19$m=19456,t=2,p=1$salt$tag}, salt and tag in base 64 without padding.
 */
final class Argon2id {

  private static final int SALT_BYTES = 16;
  private static final int TAG_BYTES = 32;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=1"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{16,86})");

  private final int memoryKib;
  private final int iterations;
  private final byte[] salt;
  private final byte[] tag;

  private Argon2id(int memoryKib, int iterations, byte[] salt, byte[] tag) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.salt = salt;
    this.tag = tag;
  }

  /**
   * Hashes a password with a salt of its own.
   *
   * @param memoryKib memory that it takes, in KiB
   * @param iterations passes over that memory
   */
  static Argon2id hash(String password, int memoryKib, int iterations, SecureRandom random) {
    byte[] salt = bytes(SALT_BYTES, random);
    return new Argon2id(
        memoryKib, iterations, salt, compute(password, memoryKib, iterations, salt, TAG_BYTES));
  }

  /** A hash that no password has, and that takes as long to check as one that has. */
  static Argon2id decoy(int memoryKib, int iterations, SecureRandom random) {
    return new Argon2id(memoryKib, iterations, bytes(SALT_BYTES, random), bytes(TAG_BYTES, random));
  }

  /**
   * Reads a PHC string.
   *
   * @throws IllegalArgumentException if it is not one of Argon2id, version 0x13, one lane
   */
  static Argon2id parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not an Argon2id hash in PHC form");
    }
    Base64.Decoder base64 = Base64.getDecoder();
    return new Argon2id(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        base64.decode(parts.group(3)),
        base64.decode(parts.group(4)));
  }

  /** Whether this is the hash of the password; takes as long for every answer. */
  boolean matches(String password) {
    byte[] other = compute(password, memoryKib, iterations, salt, tag.length);
    return MessageDigest.isEqual(tag, other);
  }

  /** The PHC string. */
  String phc() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
        .formatted(memoryKib, iterations, base64.encodeToString(salt), base64.encodeToString(tag));
  }

  private static byte[] compute(
      String password, int memoryKib, int iterations, byte[] salt, int tagBytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] tag = new byte[tagBytes];
    generator.generateBytes(utf8(password), tag);
    return tag;
  }

  /** In one Unicode form, so that every keyboard types the same password (RFC 8265, 4.2). */
  private static byte[] utf8(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int count, SecureRandom random) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
