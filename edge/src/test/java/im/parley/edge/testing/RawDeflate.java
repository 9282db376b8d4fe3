package im.parley.edge.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Messages as clients compress them (RFC 7692, section 7.2), right or wrong. */
public final class RawDeflate {

  private static final byte[] FLUSHED_END = {0, 0, (byte) 0xff, (byte) 0xff};

  private RawDeflate() {}

  /** Flushed, without the end of that: what a client sends. */
  public static byte[] of(byte[] plain) {
    return of(plain, Deflater.BEST_COMPRESSION);
  }

  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same at a level; at 0 nothing is compressed, but stored in blocks. */
  public static byte[] of(byte[] plain, int level) {
    byte[] flushed = deflate(plain, level, false);
    return Arrays.copyOf(flushed, flushed.length - FLUSHED_END.length);
  }

  /** With a last block, and the byte that must follow it then (section 7.2.3.4). */
  public static byte[] ended(String text) {
    byte[] ended =
        deflate(text.getBytes(StandardCharsets.UTF_8), Deflater.DEFAULT_COMPRESSION, true);
    return Arrays.copyOf(ended, ended.length + 1);
  }

  private static byte[] deflate(byte[] plain, int level, boolean end) {
    Deflater deflater = new Deflater(level, true);
    try {
      deflater.setInput(plain);
      if (end) {
        deflater.finish();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[8192];
      int length;
      do {
        length = deflater.deflate(piece, 0, piece.length, Deflater.SYNC_FLUSH);
        out.write(piece, 0, length);
      } while (length == piece.length);
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  /** What a client makes of a compressed message. */
  public static byte[] inflate(byte[] content) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(ClientFrame.join(content, FLUSHED_END));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[8192];
      int length;
      do {
        length = inflater.inflate(piece);
        out.write(piece, 0, length);
      } while (length > 0);
      return out.toByteArray();
    } finally {
      inflater.end();
    }
  }
}
