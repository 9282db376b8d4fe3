package im.parley.protocol.id;

import im.parley.protocol.error.RefusedException;
import java.security.SecureRandom;

/** What every id looks like, and how a new one is drawn. */
final class IdSyntax {

  private static final int MAX_LENGTH = 40;
  private static final int RANDOM_CHARACTERS = 12;

  /** Crockford's base 32: no letter that is easily taken for another. */
  private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();

  private static final SecureRandom RANDOM = new SecureRandom();

  private IdSyntax() {}

  static void check(String field, String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH || !urlSafe(value)) {
      throw RefusedException.badField(
          field, "must be an id: 1 to 40 letters, digits, '-', '_', '.' or '~'");
    }
  }

  static String random(char prefix) {
    long bits = RANDOM.nextLong();
    char[] id = new char[RANDOM_CHARACTERS + 1];
    id[0] = prefix;
    for (int i = 1; i < id.length; i++) {
      id[i] = ALPHABET[(int) (bits & 31)];
      bits >>>= 5;
    }
    return new String(id);
  }

  /** RFC 3986, section 2.3: unreserved characters. */
  private static boolean urlSafe(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean safe =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '-'
              || c == '_'
              || c == '.'
              || c == '~';
      if (!safe) {
        return false;
      }
    }
    return true;
  }
}
