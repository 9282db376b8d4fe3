package im.parley.protocol.json;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import io.avaje.json.JsonReader;
import io.avaje.json.PropertyNames;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * What the generated adapters read commands from. The library's own reader forgives: it takes
 * {@code "5"} for a number, wraps numbers that are too large, knows field names by their hash. Here
 * a value has the type that is asked for, or the refusal names its field. A field of the command
 * that is null counts as left out.
 */
class StrictReader extends JsonSyntax implements JsonReader {

  private int depth;
  private boolean first;
  private String name = "";
  private String field = "";

  StrictReader(byte[] json) {
    this(json, 0);
  }

  private StrictReader(byte[] json, int at) {
    super(json, at);
    space();
  }

  /** Another reader, of the value that comes next. */
  final StrictReader fork() {
    return new StrictReader(json, at);
  }

  /** How many objects and arrays deep the reader is. */
  final int depth() {
    return depth;
  }

  /** The field of the command that is being read; empty before the first. */
  final String field() {
    return field;
  }

  /** What comes next belongs to this field of the command. */
  final void reading(String next) {
    field = next;
  }

  /** The value of the field that is being read does not fit; the rule reads on after its name. */
  final RefusedException unfit(String rule) {
    return field.isEmpty()
        ? new RefusedException(
            Refusal.of(ErrorCode.BAD_REQUEST, "The fields must be one JSON object"))
        : RefusedException.badField(field, depth > 1 ? "holds a value that " + rule : rule);
  }

  @Override
  public final void beginObject(PropertyNames names) {
    beginObject();
  }

  @Override
  public void beginObject() {
    if (peek() != '{') {
      throw unfit("must be an object");
    }
    begin();
  }

  @Override
  public boolean hasNextField() {
    while (hasNext('}')) {
      name();
      if (depth > 1 || peek() != 'n') {
        return true;
      }
      word("null");
    }
    return false;
  }

  @Override
  public String nextField() {
    return name;
  }

  @Override
  public final void endObject() {
    end('}');
  }

  @Override
  public void beginArray() {
    if (peek() != '[') {
      throw unfit("must be a list");
    }
    begin();
  }

  @Override
  public final boolean hasNextElement() {
    return hasNext(']');
  }

  @Override
  public final void endArray() {
    end(']');
  }

  @Override
  public Token currentToken() {
    return switch (peek()) {
      case '{' -> Token.BEGIN_OBJECT;
      case '[' -> Token.BEGIN_ARRAY;
      case '"' -> Token.STRING;
      case 't', 'f' -> Token.BOOLEAN;
      case 'n' -> Token.NULL;
      default -> Token.NUMBER;
    };
  }

  /** A command itself is never null: at the outermost level null is left for a refusal. */
  @Override
  public boolean isNullValue() {
    if (depth == 0 || peek() != 'n') {
      return false;
    }
    word("null");
    return true;
  }

  @Override
  public String readString() {
    if (peek() != '"') {
      throw unfit("must be a string");
    }
    return text();
  }

  @Override
  public boolean readBoolean() {
    switch (peek()) {
      case 't' -> word("true");
      case 'f' -> word("false");
      default -> throw unfit("must be true or false");
    }
    return json[at - 2] == 'u';
  }

  @Override
  public final int readInt() {
    long value = readLong();
    if (value != (int) value) {
      throw unfit("must be a smaller number");
    }
    return (int) value;
  }

  @Override
  public long readLong() {
    if (currentToken() != Token.NUMBER) {
      throw unfit("must be a whole number");
    }
    int start = at;
    number();
    return whole(new String(json, start, at - start, StandardCharsets.ISO_8859_1));
  }

  /** The number that these digits stand for. */
  final long whole(String digits) {
    boolean plain = digits.chars().allMatch(c -> c >= '-' && c <= '9');
    try {
      if (plain) {
        return Long.parseLong(digits);
      }
    } catch (NumberFormatException e) {
      // too large, or a minus sign, a point or a slash out of place
    }
    throw unfit("must be a whole number, in digits alone, of at most " + Long.MAX_VALUE);
  }

  @Override
  public void skipValue() {
    value(depth);
  }

  @Override
  public final String readRaw() {
    int start = at;
    value(depth);
    return new String(json, start, at - start, StandardCharsets.UTF_8);
  }

  @Override
  public final String location() {
    return "at byte " + at;
  }

  @Override
  public final void unmappedField(String fieldName) {
    // What this server does not know of is passed over.
  }

  @Override
  public final void close() {
    // There is nothing to give back.
  }

  @Override
  public final <T> T unwrap(Class<T> type) {
    throw new UnsupportedOperationException("There is no reader behind this one");
  }

  @Override
  public final double readDouble() {
    throw new UnsupportedOperationException("No field of a command is a fraction");
  }

  @Override
  public final BigDecimal readDecimal() {
    throw new UnsupportedOperationException("No field of a command is a fraction");
  }

  @Override
  public final BigInteger readBigInteger() {
    throw new UnsupportedOperationException("No field of a command is over 64 bits");
  }

  @Override
  public final byte[] readBinary() {
    throw new UnsupportedOperationException("No field of a command is binary");
  }

  private void begin() {
    enter(++depth);
    first = true;
  }

  private void end(char bracket) {
    space();
    expect(bracket);
    depth--;
    first = false;
  }

  private boolean hasNext(char bracket) {
    space();
    if (peek() == bracket) {
      return false;
    }
    if (!first) {
      expect(',');
      space();
    }
    first = false;
    if (peek() == bracket) {
      throw fault("a value is expected");
    }
    return true;
  }

  private void name() {
    if (peek() != '"') {
      throw fault("a field name in double quotes is expected");
    }
    name = text();
    space();
    expect(':');
    space();
    if (depth == 1) {
      field = name;
    }
  }

  private String text() {
    int start = at + 1;
    boolean escaped = string();
    String text = new String(json, start, at - 1 - start, StandardCharsets.UTF_8);
    return escaped ? requireWhole(JsonEscapes.resolve(text)) : text;
  }

  /** An escaped half of a surrogate pair is JSON, and no character (RFC 7493, section 2.1). */
  private String requireWhole(String text) {
    if (text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw unfit("must not contain half of a surrogate pair");
    }
    return text;
  }
}
