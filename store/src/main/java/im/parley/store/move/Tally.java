package im.parley.store.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** How many rows a table has, and what they say together, in whatever order they come. */
final class Tally {

  private final MessageDigest digest;
  private long rows;
  private long sum;

  Tally() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }

  /** A value of the row that is being counted. */
  void value(@Nullable Object value) {
    byte[] bytes =
        switch (value) {
          case null -> new byte[0];
          case byte[] binary -> binary;
          default -> value.toString().getBytes(StandardCharsets.UTF_8);
        };
    digest.update(
        ByteBuffer.allocate(5).put((byte) (value == null ? 0 : 1)).putInt(bytes.length).array());
    digest.update(bytes);
  }

  /** The row has no more values. */
  void endRow() {
    rows++;
    sum += ByteBuffer.wrap(digest.digest()).getLong();
  }

  /** How many rows there were. */
  long rows() {
    return rows;
  }

  /** Whether another table says the same. */
  boolean isLike(Tally other) {
    return rows == other.rows && sum == other.sum;
  }
}
