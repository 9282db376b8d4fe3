package im.parley.protocol.json;

/** The escapes of JSON strings (RFC 8259, section 7). */
final class JsonEscapes {

  private JsonEscapes() {}

  /** The characters that a string stands for, whose escapes were found to be valid. */
  static String resolve(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    for (int slash = text.indexOf('\\'); slash >= 0; slash = text.indexOf('\\', done)) {
      plain.append(text, done, slash);
      char escape = text.charAt(slash + 1);
      done = slash + 2;
      switch (escape) {
        case 'b' -> plain.append('\b');
        case 'f' -> plain.append('\f');
        case 'n' -> plain.append('\n');
        case 'r' -> plain.append('\r');
        case 't' -> plain.append('\t');
        case 'u' -> {
          plain.append((char) Integer.parseInt(text, done, done + 4, 16));
          done += 4;
        }
        default -> plain.append(escape);
      }
    }
    plain.append(text, done, text.length());
    return plain.toString();
  }
}
