package im.parley.protocol.json;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import io.avaje.json.mapper.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON whose fields others have chosen: maps, lists, strings, numbers and booleans, for those who
 * take from it what they know. It is JSON for all that, and not nested too deep.
 */
public final class LooseJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private LooseJson() {}

  /**
   * An object.
   *
   * @throws RefusedException {@code bad_request} if it is none
   */
  public static Map<String, Object> object(byte[] json) {
    JsonSyntax syntax = new JsonSyntax(json, 0);
    syntax.space();
    if (syntax.peek() != '{') {
      throw new RefusedException(Refusal.of(ErrorCode.BAD_REQUEST, "A JSON object is expected"));
    }
    syntax.value(0);
    syntax.end();
    return MAPPER.fromJsonObject(new String(json, StandardCharsets.UTF_8));
  }

  /**
   * The same object, but a field that is a string is the object which that string spells.
   *
   * @throws RefusedException {@code bad_request} if it spells none
   */
  public static byte[] unquoted(byte[] json, String field) {
    Map<String, Object> object = object(json);
    if (!(object.get(field) instanceof String quoted)) {
      return json;
    }
    Map<String, Object> unquoted = new LinkedHashMap<>(object);
    unquoted.put(field, object(quoted.getBytes(StandardCharsets.UTF_8)));
    return MAPPER.toJson(unquoted).getBytes(StandardCharsets.UTF_8);
  }
}
