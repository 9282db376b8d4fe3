package im.parley.protocol.json;

import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of an HTTP request as the first fields of its JSON body. Each takes the type
 * that is asked for; a field that a parameter names is passed over in the body.
 */
final class ParameterReader extends DelegatingReader {

  private final Map<String, String> parameters;
  private final Iterator<Map.Entry<String, String>> left;
  private int depth;
  private @Nullable String value;
  private @Nullable String bodyField;

  ParameterReader(Map<String, String> parameters, JsonReader body) {
    super(body);
    this.parameters = parameters;
    this.left = parameters.entrySet().iterator();
  }

  @Override
  public void beginObject() {
    notParameter();
    super.beginObject();
    depth++;
  }

  @Override
  public boolean hasNextField() {
    if (depth > 1) {
      return super.hasNextField();
    }
    if (left.hasNext()) {
      return true;
    }
    while (super.hasNextField()) {
      bodyField = super.nextField();
      if (!parameters.containsKey(bodyField)) {
        return true;
      }
      super.skipValue();
    }
    return false;
  }

  @Override
  public String nextField() {
    if (depth == 1 && left.hasNext()) {
      Map.Entry<String, String> parameter = left.next();
      value = parameter.getValue();
      return parameter.getKey();
    }
    String name = bodyField;
    bodyField = null;
    return name == null ? super.nextField() : name;
  }

  @Override
  public void endObject() {
    super.endObject();
    depth--;
  }

  @Override
  public boolean isNullValue() {
    return value == null && super.isNullValue();
  }

  @Override
  public Token currentToken() {
    return value == null ? super.currentToken() : Token.STRING;
  }

  @Override
  public String readString() {
    return value == null ? super.readString() : take();
  }

  @Override
  public boolean readBoolean() {
    if (value == null) {
      return super.readBoolean();
    }
    return switch (take()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new JsonDataException("neither true nor false");
    };
  }

  @Override
  public int readInt() {
    return value == null ? super.readInt() : Integer.parseInt(take());
  }

  @Override
  public long readLong() {
    return value == null ? super.readLong() : Long.parseLong(take());
  }

  @Override
  public void skipValue() {
    if (value == null) {
      super.skipValue();
    } else {
      take();
    }
  }

  @Override
  public void beginArray() {
    notParameter();
    super.beginArray();
  }

  private String take() {
    String taken = value;
    value = null;
    return taken == null ? "" : taken;
  }

  private void notParameter() {
    if (value != null) {
      throw new JsonDataException("a parameter is one value");
    }
  }
}
