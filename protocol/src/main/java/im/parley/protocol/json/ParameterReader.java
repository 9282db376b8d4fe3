package im.parley.protocol.json;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of an HTTP request as the first fields of its JSON body. Each takes the type
 * that is asked for; a field that a parameter names is passed over in the body.
 */
final class ParameterReader extends StrictReader {

  private final Map<String, String> parameters;
  private final Iterator<Map.Entry<String, String>> left;
  private @Nullable String value;

  ParameterReader(Map<String, String> parameters, byte[] body) {
    super(body);
    this.parameters = parameters;
    this.left = parameters.entrySet().iterator();
  }

  @Override
  public boolean hasNextField() {
    if (depth() > 1) {
      return super.hasNextField();
    }
    if (left.hasNext()) {
      Map.Entry<String, String> parameter = left.next();
      reading(parameter.getKey());
      value = parameter.getValue();
      return true;
    }
    while (super.hasNextField()) {
      if (!parameters.containsKey(super.nextField())) {
        return true;
      }
      super.skipValue();
    }
    return false;
  }

  @Override
  public String nextField() {
    return value == null ? super.nextField() : field();
  }

  @Override
  public void beginObject() {
    requireNoParameter("must be an object, in the body");
    super.beginObject();
  }

  @Override
  public void beginArray() {
    requireNoParameter("must be a list, in the body");
    super.beginArray();
  }

  @Override
  public Token currentToken() {
    return value == null ? super.currentToken() : Token.STRING;
  }

  @Override
  public boolean isNullValue() {
    return value == null && super.isNullValue();
  }

  @Override
  public String readString() {
    return value == null ? super.readString() : take(value);
  }

  @Override
  public boolean readBoolean() {
    if (value == null) {
      return super.readBoolean();
    }
    return switch (take(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unfit("must be true or false");
    };
  }

  @Override
  public long readLong() {
    return value == null ? super.readLong() : whole(take(value));
  }

  @Override
  public void skipValue() {
    if (value == null) {
      super.skipValue();
    }
    value = null;
  }

  private String take(String taken) {
    value = null;
    return taken;
  }

  private void requireNoParameter(String rule) {
    if (value != null) {
      throw unfit(rule);
    }
  }
}
