package im.parley.protocol.generate;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** JSON for people: what fits in a line stands in one, the rest is indented. */
final class PrettyJson {

  static final JsonMapper MAPPER = JsonMapper.shared();

  private static final int WIDTH = 100;

  private PrettyJson() {}

  /** Any JSON, set anew. */
  static String format(String json) {
    return format(MAPPER.readTree(json));
  }

  static String format(JsonNode node) {
    return format(node, "", 0);
  }

  /** What follows the indent; {@code taken} is what the first line shares with a name. */
  private static String format(JsonNode node, String indent, int taken) {
    String line = line(node);
    if (!node.isContainer() || indent.length() + taken + line.length() < WIDTH) {
      return line;
    }
    String inner = indent + "  ";
    List<String> rows = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(field -> {
            String name = StringNode.valueOf(field.getKey()) + ": ";
            rows.add(inner + name + format(field.getValue(), inner, name.length()));
          });
      return "{\n" + String.join(",\n", rows) + "\n" + indent + "}";
    }
    node.forEach(element -> rows.add(inner + format(element, inner, 0)));
    return "[\n" + String.join(",\n", rows) + "\n" + indent + "]";
  }

  private static String line(JsonNode node) {
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      node.properties()
          .forEach(field ->
              parts.add(StringNode.valueOf(field.getKey()) + ": " + line(field.getValue())));
      return parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
    }
    if (node.isArray()) {
      node.forEach(element -> parts.add(line(element)));
      return "[" + String.join(", ", parts) + "]";
    }
    return node.toString();
  }
}
