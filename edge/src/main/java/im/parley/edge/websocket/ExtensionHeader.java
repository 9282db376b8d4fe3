package im.parley.edge.websocket;

import im.parley.edge.websocket.ExtensionOffer.Parameter;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the header field {@code Sec-WebSocket-Extensions} (RFC 6455, section 9.1). */
final class ExtensionHeader {

  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

  private final String field;
  private int at;

  private ExtensionHeader(String field) {
    this.field = field;
  }

  /**
   * Reads every field of a request.
   *
   * @return what is offered, the most wanted first
   * @throws ParseException if a field is not a list of extensions
   */
  static List<ExtensionOffer> read(List<String> fields) throws ParseException {
    List<ExtensionOffer> offers = new ArrayList<>();
    for (String field : fields) {
      new ExtensionHeader(field).list(offers);
    }
    return offers;
  }

  /** Empty elements of a list are passed over (RFC 9110, section 5.6.1.2). */
  private void list(List<ExtensionOffer> offers) throws ParseException {
    do {
      skipSpace();
      if (at < field.length() && field.charAt(at) != ',') {
        offers.add(offer());
      }
    } while (found(','));
    if (at < field.length()) {
      throw malformed();
    }
  }

  private ExtensionOffer offer() throws ParseException {
    String name = token();
    List<Parameter> parameters = new ArrayList<>(4);
    while (found(';')) {
      parameters.add(parameter());
    }
    return new ExtensionOffer(name, parameters);
  }

  private Parameter parameter() throws ParseException {
    String name = token();
    return new Parameter(name, found('=') ? Optional.of(value()) : Optional.empty());
  }

  private String value() throws ParseException {
    return found('"') ? quoted() : token();
  }

  /** What is quoted must be a token, too. */
  private String quoted() throws ParseException {
    StringBuilder value = new StringBuilder();
    while (at < field.length() && field.charAt(at) != '"') {
      if (field.charAt(at) == '\\') {
        at++;
      }
      value.append(tokenCharacter());
    }
    if (value.isEmpty() || !found('"')) {
      throw malformed();
    }
    return value.toString();
  }

  private String token() throws ParseException {
    skipSpace();
    StringBuilder token = new StringBuilder();
    do {
      token.append(tokenCharacter());
    } while (at < field.length() && isTokenCharacter(field.charAt(at)));
    return token.toString();
  }

  private char tokenCharacter() throws ParseException {
    if (at >= field.length() || !isTokenCharacter(field.charAt(at))) {
      throw malformed();
    }
    return field.charAt(at++);
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || TOKEN_SIGNS.indexOf(c) >= 0;
  }

  private boolean found(char wanted) {
    skipSpace();
    boolean found = at < field.length() && field.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void skipSpace() {
    while (at < field.length() && (field.charAt(at) == ' ' || field.charAt(at) == '\t')) {
      at++;
    }
  }

  private ParseException malformed() {
    return new ParseException("Not a list of extensions", at);
  }
}
