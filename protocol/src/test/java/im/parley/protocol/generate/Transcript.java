package im.parley.protocol.generate;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Frames as they cross the wire, one below the other; a long one goes on in indented lines. */
final class Transcript {

  static final int WIDTH = 100;

  private static final String INDENT = "    ";

  /** JSON up to its next comma; one in a string is no end. */
  private static final Pattern PIECE = Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.)*+\")++,?");

  private final StringBuilder out = new StringBuilder();

  /** From the client to the server. */
  Transcript sent(String json) {
    return frame("→ ", json);
  }

  /** From the server to the client. */
  Transcript received(byte[] json) {
    return frame("← ", new String(json, StandardCharsets.UTF_8));
  }

  private Transcript frame(String arrow, String json) {
    StringBuilder line = new StringBuilder(arrow);
    Matcher pieces = PIECE.matcher(json);
    boolean first = true;
    while (pieces.find()) {
      if (!first && line.length() + pieces.group().length() > WIDTH) {
        out.append(line).append('\n');
        line.setLength(0);
        line.append(INDENT);
      }
      line.append(pieces.group());
      first = false;
    }
    out.append(line).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
