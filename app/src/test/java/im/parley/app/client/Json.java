package im.parley.app.client;

import io.avaje.json.mapper.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A JSON object, as a test reads and writes it. */
public record Json(Map<String, Object> fields) {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Of text. */
  public static Json parse(String text) {
    return new Json(MAPPER.fromJsonObject(text));
  }

  /** Of names and values in turn. */
  public static Json of(Object... namesAndValues) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      fields.put((String) namesAndValues[i], value instanceof Json json ? json.fields() : value);
    }
    return new Json(fields);
  }

  /** Its names and values in turn. */
  public Object[] namesAndValues() {
    return fields.entrySet().stream()
        .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
        .toArray();
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  public String text(String name) {
    return (String) value(name);
  }

  public long number(String name) {
    return ((Number) value(name)).longValue();
  }

  public boolean isTrue(String name) {
    return (boolean) value(name);
  }

  /** An object inside. */
  @SuppressWarnings("unchecked")
  public Json at(String name) {
    return new Json((Map<String, Object>) value(name));
  }

  /** A list of objects inside. */
  @SuppressWarnings("unchecked")
  public List<Json> list(String name) {
    return ((List<Map<String, Object>>) value(name)).stream().map(Json::new).toList();
  }

  /** A list of strings inside. */
  @SuppressWarnings("unchecked")
  public List<String> texts(String name) {
    return (List<String>) value(name);
  }

  /** Whether this is an event of this type. */
  public boolean isEvent(String type) {
    return !has("id") && has("type") && text("type").equals(type);
  }

  /** Whether this is an event of this room. */
  public boolean isIn(String room) {
    return has("room") && text("room").equals(room);
  }

  private Object value(String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new AssertionError("No '" + name + "' in " + this);
    }
    return value;
  }

  @Override
  public String toString() {
    return MAPPER.toJson(fields);
  }
}
