package im.parley.edge.http;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Whether a browser shows a file or saves it, and under which name (RFC 6266). */
final class ContentDisposition {

  /** What browsers show without running anything in it. */
  private static final Set<String> SHOWN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "video/mp4", "video/webm");

  /** RFC 8187, section 3.2.1: attr-char. */
  private static final String PLAIN = "!#$&+-.^_`|~";

  private ContentDisposition() {}

  static String of(String type, String name) {
    String disposition =
        SHOWN.contains(type) || type.startsWith("audio/") ? "inline" : "attachment";
    return disposition + "; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
  }

  /** For clients that do not know the encoded form. */
  private static String ascii(String name) {
    return name.replaceAll("[^ -~]|[\"\\\\%]", "_");
  }

  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || PLAIN.indexOf(c) >= 0;
      encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return encoded.toString();
  }
}
