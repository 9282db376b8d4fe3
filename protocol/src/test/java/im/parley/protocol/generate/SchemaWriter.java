package im.parley.protocol.generate;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.EventType;
import im.parley.protocol.id.MessageKey;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes JSON Schemas (2020-12) of records, for both documents. */
final class SchemaWriter {

  private static final String SCHEMAS = "#/components/schemas/";

  private final Model model;

  SchemaWriter(Model model) {
    this.model = model;
  }

  static ObjectNode object() {
    return PrettyJson.MAPPER.createObjectNode();
  }

  static ObjectNode reference(String name) {
    return object().put("$ref", SCHEMAS + name);
  }

  /** Takes out of a document the named schemas that nothing in it refers to. */
  static void dropUnused(ObjectNode document) {
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    List<String> unused;
    do {
      String text = document.toString();
      unused =
          schemas.propertyNames().stream()
              .filter(name -> !text.contains("\"" + SCHEMAS + name + "\""))
              .toList();
      schemas.remove(unused);
    } while (!unused.isEmpty());
  }

  /** The schemas that are used by name: ids, words, views, replies, events and errors. */
  ObjectNode named() {
    ObjectNode schemas = object();
    for (Class<?> name : Model.names()) {
      schemas.set(name.getSimpleName(), name(name));
    }
    for (Class<?> type : model.namedTypes()) {
      schemas.set(type.getSimpleName(), type.isEnum() ? words(type) : record(type));
    }
    for (EventType type : EventType.values()) {
      schemas.set(type.fact().getSimpleName(), record(type.fact()));
    }
    schemas.set("DurableEvent", durableEvent());
    schemas.set("ErrorCode", words(ErrorCode.class));
    return schemas;
  }

  /** A record as an object. */
  ObjectNode record(Class<?> type) {
    return record(type, model.fields(type));
  }

  /** Some fields of a record as an object. */
  ObjectNode record(Class<?> type, List<Field> fields) {
    ObjectNode schema = object().put("type", "object").put("description", model.description(type));
    ArrayNode required = PrettyJson.MAPPER.createArrayNode();
    ObjectNode properties = object();
    for (Field field : fields) {
      if (!field.optional()) {
        required.add(field.name());
      }
      properties.set(field.name(), field(type, field));
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    if (!properties.isEmpty()) {
      schema.set("properties", properties);
    }
    return schema;
  }

  /** The value of one field of a record. */
  ObjectNode field(Class<?> type, Field field) {
    ObjectNode schema = shape(field.shape());
    Bound bound = Bound.ALL.get(type.getSimpleName() + "." + field.name());
    if (bound != null) {
      bind(schema, bound);
    }
    return schema.put("description", field.description());
  }

  /** An entry of a log: its data depends on its type. */
  private ObjectNode durableEvent() {
    ObjectNode schema = object().put("description", model.description(DurableEvent.class));
    ArrayNode alternatives = schema.putArray("oneOf");
    for (EventType type : EventType.values()) {
      alternatives.add(event(type));
    }
    return schema;
  }

  /** One kind of durable event. */
  ObjectNode event(EventType type) {
    ObjectNode schema = record(DurableEvent.class, envelope());
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.set("data", reference(type.fact().getSimpleName()));
    properties.set("type", object().put("const", type.wireName()));
    ((ArrayNode) schema.get("required")).add("data").add("type");
    return schema.put("description", model.description(type.fact()));
  }

  private List<Field> envelope() {
    return model.fields(DurableEvent.class).stream()
        .filter(field -> !(field.shape() instanceof Shape.EventData))
        .toList();
  }

  private ObjectNode shape(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> object().put("type", "string");
      case Shape.Name name -> reference(name.type().getSimpleName());
      case Shape.Time _ -> object().put("type", "string").put("format", "date-time");
      case Shape.Whole _ -> object().put("type", "integer").put("format", "int64");
      case Shape.Flag _ -> object().put("type", "boolean");
      case Shape.ListOf list -> object().put("type", "array").set("items", shape(list.element()));
      case Shape.MapOf map ->
          object().put("type", "object").set("additionalProperties", shape(map.value()));
      case Shape.Choice choice -> reference(choice.type().getSimpleName());
      case Shape.View view -> reference(view.type().getSimpleName());
      case Shape.EventData _ -> throw new IllegalArgumentException("Only an event has data");
    };
  }

  private static void bind(ObjectNode schema, Bound bound) {
    switch (bound) {
      case Bound.Length length ->
          schema.put("minLength", length.min()).put("maxLength", length.max());
      case Bound.Emoji emoji -> schema.put("minLength", emoji.min()).put("maxLength", emoji.max());
      case Bound.Word word -> schema.put("pattern", word.pattern());
      case Bound.Range range -> {
        schema.put("minimum", range.min());
        if (range.max() < Long.MAX_VALUE) {
          schema.put("maximum", range.max());
        }
      }
      case Bound.ZeroOrRange range -> {
        ArrayNode either = schema.putArray("anyOf");
        either.addObject().put("const", 0);
        either.addObject().put("minimum", range.min()).put("maximum", range.max());
      }
      case Bound.Items items -> schema.put("minItems", items.min()).put("maxItems", items.max());
      case Bound.Words words -> {
        schema.removeAll();
        ArrayNode values = schema.putArray("enum");
        words.words().forEach(values::add);
      }
    }
  }

  private ObjectNode name(Class<?> type) {
    String pattern = type == MessageKey.class ? "^[!-~]{1,64}$" : "^[A-Za-z0-9._~-]{1,40}$";
    return object()
        .put("type", "string")
        .put("pattern", pattern)
        .put(
            "description",
            model.description(type) + " " + model.fields(type).getFirst().description());
  }

  private ObjectNode words(Class<?> type) {
    ObjectNode schema = object().put("type", "string");
    ArrayNode values = schema.putArray("enum");
    StringBuilder description = new StringBuilder(model.description(type));
    for (Enum<?> constant : Model.constants(type)) {
      values.add(Model.wireName(constant));
      description
          .append("\n- `")
          .append(Model.wireName(constant))
          .append("`: ")
          .append(model.description(constant));
    }
    return schema.put("description", description.toString());
  }
}
