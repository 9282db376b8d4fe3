package im.parley.protocol.generate;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A generated document as its readers have it: JSON with references into itself. */
record Document(JsonNode root) {

  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  static Document openApi(Model model) {
    return new Document(PrettyJson.MAPPER.readTree(OpenApiWriter.write(model)));
  }

  static Document asyncApi(Model model) {
    return new Document(PrettyJson.MAPPER.readTree(AsyncApiWriter.write(model)));
  }

  /** What a reference points to; a missing node when it points nowhere. */
  JsonNode resolve(String reference) {
    return root.at(reference.substring(1));
  }

  /** Every object of the document, with its place. */
  void walk(BiConsumer<String, ObjectNode> visitor) {
    walk("#", root, visitor);
  }

  private static void walk(String place, JsonNode node, BiConsumer<String, ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(place, object);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      walk(place + "/" + field.getKey(), field.getValue(), visitor);
    }
    if (node.isArray()) {
      node.forEach(element -> walk(place + "[]", element, visitor));
    }
  }

  /** What is wrong with a value by a schema of this document; empty when nothing is. */
  List<Error> validate(JsonNode schema, JsonNode value) {
    ObjectNode whole = SchemaWriter.object();
    whole.setAll((ObjectNode) schema);
    whole.set("components", root.get("components"));
    return SCHEMAS.getSchema(whole).validate(value);
  }

  /** Every example with the schema that stands beside it. */
  List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    walk((place, object) -> {
      if (object.has("schema") && object.has("example")) {
        examples.add(new Example(place, object.get("schema"), object.get("example")));
      }
      object
          .path("examples")
          .forEach(example -> {
            if (object.has("schema")) {
              examples.add(new Example(place, object.get("schema"), example.get("value")));
            } else if (object.has("payload")) {
              examples.add(new Example(place, object.get("payload"), example.get("payload")));
            }
          });
    });
    return examples;
  }

  /** An example and its schema, and where they stand. */
  record Example(String place, JsonNode schema, JsonNode value) {}
}
