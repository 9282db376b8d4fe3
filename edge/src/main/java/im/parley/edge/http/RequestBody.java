package im.parley.edge.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Puts the body of a request together, in memory that grows with what has arrived. */
final class RequestBody {

  private static final byte[] NOTHING = {};

  private byte[] bytes = NOTHING;
  private int length;

  /**
   * Adds a piece.
   *
   * @param max the largest body, in bytes
   * @return false if that would be too much
   */
  boolean append(ByteBuf piece, int max) {
    int more = piece.readableBytes();
    if (more > max - length) {
      return false;
    }
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(max, Math.max(length + more, 2 * bytes.length)));
    }
    piece.readBytes(bytes, length, more);
    length += more;
    return true;
  }

  /** The whole body; this is empty afterwards. */
  byte[] take() {
    byte[] whole = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    discard();
    return whole;
  }

  /** Forgets what has arrived. */
  void discard() {
    bytes = NOTHING;
    length = 0;
  }
}
