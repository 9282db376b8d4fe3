package im.parley.edge.http;

import java.util.Map;

/** The {@code Idempotency-Key} field, which stands for the body's {@code key} when it has none. */
final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final String FIELD = "key";

  private IdempotencyKey() {}

  /** Adds the key to the parameters, if the request names one and its body does not. */
  static void fill(HttpCall call, Map<String, String> parameters) {
    String key = call.header(HEADER);
    if (key != null && !hasKey(call.body())) {
      parameters.put(FIELD, key);
    }
  }

  /** Whether a JSON object has the field, at its top. It need not be valid: that is seen later. */
  private static boolean hasKey(byte[] json) {
    int depth = 0;
    for (int i = 0; i < json.length; i++) {
      switch (json[i]) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> {
          int end = endOfString(json, i + 1);
          if (depth == 1 && isKey(json, i + 1, end)) {
            return true;
          }
          i = end;
        }
        default -> {}
      }
    }
    return false;
  }

  private static int endOfString(byte[] json, int from) {
    int at = from;
    while (at < json.length && json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return at;
  }

  private static boolean isKey(byte[] json, int from, int end) {
    if (end - from != FIELD.length() || end >= json.length) {
      return false;
    }
    for (int i = 0; i < FIELD.length(); i++) {
      if (json[from + i] != FIELD.charAt(i)) {
        return false;
      }
    }
    int next = end + 1;
    while (next < json.length && json[next] <= ' ') {
      next++;
    }
    return next < json.length && json[next] == ':';
  }
}
