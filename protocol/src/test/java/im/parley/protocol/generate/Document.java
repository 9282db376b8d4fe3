package im.parley.protocol.generate;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A generated document as its readers have it: JSON with references into itself. */
final class Document {

  private static final String ADDRESS = "https://parley.example/document.json";

  private final JsonNode root;
  private final SchemaRegistry schemas;

  private Document(String text) {
    this.root = PrettyJson.MAPPER.readTree(text);
    this.schemas =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(ADDRESS, text)));
  }

  static Document openApi(Model model) {
    return new Document(OpenApiWriter.write(model));
  }

  static Document asyncApi(Model model) {
    return new Document(AsyncApiWriter.write(model));
  }

  JsonNode root() {
    return root;
  }

  /** What a reference points to; a missing node when it points nowhere. */
  JsonNode resolve(String reference) {
    return root.at(reference.substring(1));
  }

  /** What is wrong with a value by the schema at this place; empty when nothing is. */
  List<Error> validate(String place, JsonNode value) {
    return schemas.getSchema(SchemaLocation.of(ADDRESS + "#" + place)).validate(value);
  }

  /** Every object of the document, with its place: a JSON pointer (RFC 6901). */
  void walk(BiConsumer<String, ObjectNode> visitor) {
    walk("", root, visitor);
  }

  private static void walk(String place, JsonNode node, BiConsumer<String, ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(place, object);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String name = field.getKey().replace("~", "~0").replace("/", "~1");
      walk(place + "/" + name, field.getValue(), visitor);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(place + "/" + i, node.get(i), visitor);
    }
  }

  /** Every example, with the place of the schema that stands beside it. */
  List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    walk((place, object) -> {
      String schema = place + (object.has("payload") ? "/payload" : "/schema");
      if (object.has("example")) {
        examples.add(new Example(schema, object.get("example")));
      }
      for (JsonNode example : object.path("examples")) {
        String field = example.has("payload") ? "payload" : "value";
        examples.add(new Example(schema, example.get(field)));
      }
    });
    return examples;
  }

  /** An example, and where its schema stands. */
  record Example(String schema, JsonNode value) {}
}
