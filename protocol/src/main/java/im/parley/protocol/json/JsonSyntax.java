package im.parley.protocol.json;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;

/**
 * Lets in exactly one JSON value (RFC 8259) in valid UTF-8, nested at most {@value #MAX_DEPTH}
 * deep. The generated adapters behind it are fast and forgiving; this is the strict gate before
 * them.
 */
final class JsonSyntax {

  static final int MAX_DEPTH = 32;

  private final byte[] json;
  private int at;

  private JsonSyntax(byte[] json) {
    this.json = json;
  }

  /** Refuses what is not JSON, and says at which byte. */
  static void check(byte[] json) {
    JsonSyntax syntax = new JsonSyntax(json);
    syntax.space();
    syntax.value(0);
    syntax.space();
    if (syntax.at != json.length) {
      throw syntax.fault("nothing may follow the value");
    }
  }

  private void value(int depth) {
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

  private void enter(int depth) {
    if (depth > MAX_DEPTH) {
      throw fault("values may be nested " + MAX_DEPTH + " deep");
    }
    at++;
    space();
  }

  private void string() {
    at++;
    while (true) {
      int c = peek();
      if (c == '"') {
        at++;
        return;
      }
      if (c == '\\') {
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

  private void number() {
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

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      expect(word.charAt(i));
    }
  }

  private void expect(char c) {
    if (peek() != c) {
      throw fault("'" + c + "' is expected");
    }
    at++;
  }

  private void space() {
    while (at < json.length
        && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
      at++;
    }
  }

  private int peek() {
    return at < json.length ? json[at] & 0xFF : -1;
  }

  private RefusedException fault(String rule) {
    return new RefusedException(
        Refusal.of(ErrorCode.BAD_REQUEST, "Not JSON at byte " + at + ": " + rule));
  }
}
