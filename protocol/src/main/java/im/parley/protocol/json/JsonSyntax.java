package im.parley.protocol.json;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;

/**
 * Steps over JSON (RFC 8259) in valid UTF-8, nested at most {@value #MAX_DEPTH} deep, and refuses
 * anything else, saying at which byte.
 */
class JsonSyntax {

  static final int MAX_DEPTH = 32;

  final byte[] json;

  /** The next byte. */
  int at;

  JsonSyntax(byte[] json, int at) {
    this.json = json;
    this.at = at;
  }

  /** Refuses anything but space from here on. */
  final void end() {
    space();
    if (at != json.length) {
      throw fault("nothing may follow the value");
    }
  }

  /** Steps over one value that stands so many objects and arrays deep. */
  final void value(int depth) {
    switch (peek()) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void object(int depth) {
    enter(depth);
    if (peek() == '}') {
      at++;
      return;
    }
    while (true) {
      if (peek() != '"') {
        throw fault("a field name in double quotes is expected");
      }
      string();
      space();
      expect(':');
      space();
      value(depth);
      space();
      if (peek() == '}') {
        at++;
        return;
      }
      expect(',');
      space();
    }
  }

  private void array(int depth) {
    enter(depth);
    if (peek() == ']') {
      at++;
      return;
    }
    while (true) {
      value(depth);
      space();
      if (peek() == ']') {
        at++;
        return;
      }
      expect(',');
      space();
    }
  }

  /** Steps into an object or array that makes it so many deep. */
  final void enter(int depth) {
    if (depth > MAX_DEPTH) {
      throw fault("values may be nested " + MAX_DEPTH + " deep");
    }
    at++;
    space();
  }

  /** Steps over a string; says whether anything in it is escaped. */
  final boolean string() {
    boolean escaped = false;
    at++;
    while (true) {
      int c = peek();
      if (c == '"') {
        at++;
        return escaped;
      }
      if (c == '\\') {
        escaped = true;
        escape();
      } else if (c < 0) {
        throw fault("a string is not closed");
      } else if (c < 0x20) {
        throw fault("control characters in a string must be escaped");
      } else if (c < 0x80) {
        at++;
      } else {
        multibyte(c);
      }
    }
  }

  private void escape() {
    at++;
    int c = peek();
    at++;
    switch (c) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
      case 'u' -> {
        for (int i = 0; i < 4; i++) {
          if (Character.digit(peek(), 16) < 0) {
            throw fault("'\\u' takes four hexadecimal digits");
          }
          at++;
        }
      }
      default -> throw fault("this escape does not exist");
    }
  }

  /** One character of two to four bytes, as Table 3-7 of the Unicode standard allows them. */
  private void multibyte(int lead) {
    int low = 0x80;
    int high = 0xBF;
    int more;
    if (lead >= 0xC2 && lead <= 0xDF) {
      more = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      more = 2;
      low = lead == 0xE0 ? 0xA0 : low;
      high = lead == 0xED ? 0x9F : high;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      more = 3;
      low = lead == 0xF0 ? 0x90 : low;
      high = lead == 0xF4 ? 0x8F : high;
    } else {
      throw fault("this is not UTF-8");
    }
    at++;
    for (int i = 0; i < more; i++) {
      int c = peek();
      if (c < low || c > high) {
        throw fault("this is not UTF-8");
      }
      low = 0x80;
      high = 0xBF;
      at++;
    }
  }

  final void number() {
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else {
      digits();
    }
    if (peek() == '.') {
      at++;
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      digits();
    }
  }

  private void digits() {
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    if (at == start) {
      throw fault("a value is expected");
    }
  }

  final void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  final void expect(char c) {
    if (peek() != c) {
      throw fault("'" + c + "' is expected");
    }
    at++;
  }

  final void space() {
    while (at < json.length
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }

  /** The next byte; -1 at the end. */
  final int peek() {
    return at < json.length ? json[at] & 0xFF : -1;
  }

  final RefusedException fault(String rule) {
    return new RefusedException(
        Refusal.of(ErrorCode.BAD_REQUEST, "Not JSON at byte " + at + ": " + rule));
  }
}
