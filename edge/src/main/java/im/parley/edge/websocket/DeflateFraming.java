package im.parley.edge.websocket;

import java.util.zip.Deflater;

/**
 * Compresses text where that pays: each message for itself, so that whoever agreed to it can read
 * it, whatever came before (RFC 7692, section 7.2.1). Between two messages nothing is kept.
 */
final class DeflateFraming implements Framing {

  /**
   * The shortest text that is compressed, in bytes. Others would lose less than a fifth, and what
   * carries them over the network is longer than that.
   */
  static final int MIN_LENGTH = 256;

  /**
   * The least that a compressed text comes to with all its readers, in bytes. Compressing costs as
   * much for one reader as for thousands, and each of them gains.
   */
  static final int MIN_TOTAL = 2048;

  /** The fastest. Others make long texts a tenth shorter, in three times the time. */
  private static final int LEVEL = Deflater.BEST_SPEED;

  /** The compressor gets no more at once: while it works on an array no garbage is collected. */
  private static final int PIECE = 64 * 1024;

  /** The end of what is flushed, which is left out: 00 00 FF FF. */
  private static final int FLUSHED_END = 4;

  private final WebSocketMeters meters;

  DeflateFraming(WebSocketMeters meters) {
    this.meters = meters;
  }

  @Override
  public byte[] text(byte[] utf8, int readers) {
    boolean pays = utf8.length >= MIN_LENGTH && (long) utf8.length * readers >= MIN_TOTAL;
    return pays ? frame(utf8) : WebSocketFrames.text(utf8);
  }

  private byte[] frame(byte[] utf8) {
    byte[] compressed = new byte[utf8.length];
    int length = deflate(utf8, compressed);
    if (length == compressed.length) {
      return WebSocketFrames.text(utf8); // it did not become shorter
    }
    meters.deflated(utf8.length, length - FLUSHED_END);
    return WebSocketFrames.compressedText(compressed, length - FLUSHED_END);
  }

  /** The length of the result, or that of {@code out} if it did not fit. */
  private static int deflate(byte[] in, byte[] out) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      int length = 0;
      for (int at = 0; at < in.length; at += PIECE) {
        int piece = Math.min(PIECE, in.length - at);
        int flush = at + piece == in.length ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH;
        deflater.setInput(in, at, piece);
        length += deflater.deflate(out, length, out.length - length, flush);
      }
      return length;
    } finally {
      deflater.end();
    }
  }
}
