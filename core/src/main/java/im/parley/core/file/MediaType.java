package im.parley.core.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What kind of file it is, by its first bytes (the signatures of the WHATWG's MIME Sniffing
 * Standard, section 6). Markup is never recognized: it is plain text.
 */
final class MediaType {

  /** How many bytes are looked at. */
  static final int LOOKED_AT = 8192;

  private static final String BYTES = "application/octet-stream";

  /** The bytes that a kind begins with, in Latin-1; a question mark stands for any. */
  private record Signature(String start, String type) {

    boolean matches(byte[] bytes) {
      for (int i = 0; i < start.length(); i++) {
        boolean same = i < bytes.length && (bytes[i] & 0xff) == start.charAt(i);
        if (!same && (start.charAt(i) != '?' || i >= bytes.length)) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("\u0089PNG\r\n\u001a\n", "image/png"),
          new Signature("\u00ff\u00d8\u00ff", "image/jpeg"),
          new Signature("GIF87a", "image/gif"),
          new Signature("GIF89a", "image/gif"),
          new Signature("RIFF????WEBPVP", "image/webp"),
          new Signature("RIFF????WAVE", "audio/wav"),
          new Signature("????ftypM4A", "audio/mp4"),
          new Signature("????ftypavif", "image/avif"),
          new Signature("????ftyphei", "image/heic"),
          new Signature("????ftypqt  ", "video/quicktime"),
          new Signature("????ftyp", "video/mp4"),
          new Signature("\u001aE\u00df\u00a3", "video/webm"),
          new Signature("OggS\u0000", "audio/ogg"),
          new Signature("fLaC", "audio/flac"),
          new Signature("ID3", "audio/mpeg"),
          new Signature("\u00ff\u00fb", "audio/mpeg"),
          new Signature("%PDF-", "application/pdf"),
          new Signature("PK\u0003\u0004", "application/zip"),
          new Signature("\u001f\u008b\u0008", "application/gzip"));

  private MediaType() {}

  /** The media type of a file that begins so. */
  static String of(byte[] start) {
    for (Signature signature : SIGNATURES) {
      if (signature.matches(start)) {
        return signature.type();
      }
    }
    return isText(start) ? "text/plain" : BYTES;
  }

  /** Whether it is UTF-8 without control characters; the last character may be cut off. */
  private static boolean isText(byte[] start) {
    for (byte b : start) {
      if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        return false;
      }
    }
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(start), CharBuffer.allocate(start.length + 1), false);
    return start.length > 0 && !result.isError();
  }
}
