package im.parley.app.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Compresses and inflates messages, each for itself (RFC 7692, section 7.2). */
final class Deflate {

  private static final byte[] FLUSHED_END = {0, 0, (byte) 0xff, (byte) 0xff};

  private Deflate() {}

  static byte[] compress(byte[] plain) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      byte[] out = new byte[plain.length + 64];
      int length = deflater.deflate(out, 0, out.length, Deflater.SYNC_FLUSH);
      return Arrays.copyOf(out, length - FLUSHED_END.length);
    } finally {
      deflater.end();
    }
  }

  static byte[] inflate(byte[] content) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      byte[] in = Arrays.copyOf(content, content.length + FLUSHED_END.length);
      System.arraycopy(FLUSHED_END, 0, in, content.length, FLUSHED_END.length);
      inflater.setInput(in);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[8192];
      int length;
      do {
        length = inflater.inflate(piece);
        out.write(piece, 0, length);
      } while (length > 0);
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw new IOException("Not compressed as agreed", e);
    } finally {
      inflater.end();
    }
  }
}
