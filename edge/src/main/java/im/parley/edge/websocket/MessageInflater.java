package im.parley.edge.websocket;

import im.parley.edge.websocket.Incoming.Violation;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates one message that was compressed for itself (RFC 7692, section 7.2.2). It stops one byte
 * over the limit, and frees the native memory of the platform's inflater at once.
 */
final class MessageInflater {

  /**
   * What the sender left out (00 00 FF FF), and an empty last block: only after whole blocks is
   * that an end, so what was cut off is found out.
   */
  private static final byte[] END = {0, 0, (byte) 0xff, (byte) 0xff, 3, 0};

  private final int maxMessage;
  private final byte[] in;
  private byte[] out;
  private int length;

  private MessageInflater(byte[] compressed, int maxMessage) {
    this.maxMessage = maxMessage;
    this.in = Arrays.copyOf(compressed, compressed.length + END.length);
    System.arraycopy(END, 0, in, compressed.length, END.length);
    this.out = new byte[Math.min(maxMessage + 1, 128 + 4 * compressed.length)];
  }

  /**
   * Inflates a text.
   *
   * @param maxMessage the longest text, in bytes
   * @return the text, or the rule that it breaks
   */
  static Incoming inflate(byte[] compressed, int maxMessage) {
    Inflater inflater = new Inflater(true);
    try {
      return new MessageInflater(compressed, maxMessage).run(inflater);
    } catch (DataFormatException _) {
      return new Incoming.Broken(Violation.NOT_DEFLATE);
    } finally {
      inflater.end();
    }
  }

  /** A sender may end its stream of blocks and begin another (RFC 7692, section 7.2.3.4). */
  private Incoming run(Inflater inflater) throws DataFormatException {
    int left = in.length;
    while (left > 0) {
      inflater.reset();
      inflater.setInput(in, in.length - left, left);
      stream(inflater);
      if (length > maxMessage) {
        return new Incoming.Broken(Violation.TOO_LARGE);
      }
      if (!inflater.finished()) {
        return new Incoming.Broken(Violation.NOT_DEFLATE);
      }
      left = inflater.getRemaining();
    }
    return text();
  }

  /** To the end of a stream, of the input, or one byte over the limit. */
  private void stream(Inflater inflater) throws DataFormatException {
    int more = 1;
    while (more > 0 && length <= maxMessage && !inflater.finished()) {
      if (length == out.length) {
        out = Arrays.copyOf(out, Math.min(maxMessage + 1, 2 * out.length));
      }
      more = inflater.inflate(out, length, out.length - length);
      length += more;
    }
  }

  private Incoming text() {
    return Utf8.check(Utf8.COMPLETE, out, 0, length) == Utf8.COMPLETE
        ? new Incoming.Text(Arrays.copyOf(out, length))
        : new Incoming.Broken(Violation.NOT_UTF8);
  }
}
