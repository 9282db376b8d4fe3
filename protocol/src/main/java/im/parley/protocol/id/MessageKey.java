package im.parley.protocol.id;

import im.parley.protocol.error.RefusedException;
import java.util.UUID;

/**
 * The client's own name for a durable command. Repeating a command with the same key, on any node
 * and at any time, does nothing again and returns the first result.
 *
 * @param value 1 to 64 visible ASCII characters, unique for the user who sends it; a UUIDv7 is
 *     advised (RFC 9562, section 5.7)
 */
public record MessageKey(String value) {

  private static final int MAX_LENGTH = 64;

  public MessageKey {
    if (value.isEmpty() || value.length() > MAX_LENGTH || !visibleAscii(value)) {
      throw RefusedException.badField("key", "must be 1 to 64 visible ASCII characters");
    }
  }

  /** A key for a command whose client named none, so that it happens once per request. */
  public static MessageKey random() {
    return new MessageKey(UUID.randomUUID().toString());
  }

  private static boolean visibleAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) <= ' ' || value.charAt(i) >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}
