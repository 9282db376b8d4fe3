package im.parley.protocol.generate;

import static im.parley.protocol.generate.SchemaWriter.object;
import static im.parley.protocol.generate.SchemaWriter.reference;

import im.parley.protocol.command.CommandType;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.example.Examples;
import im.parley.protocol.example.Exchange;
import im.parley.protocol.example.Exchanges;
import im.parley.protocol.json.CommandWriter;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the AsyncAPI 3 document: what goes over the WebSocket, seen from the server. */
final class AsyncApiWriter {

  private static final String ABOUT =
      "Every frame of Parley's WebSocket: commands that the server receives, the replies that it"
          + " sends, and the events that it sends unasked. The same commands go over HTTP (see"
          + " openapi.json). A client passes over event types and fields that it does not know.";
  private static final RequestId ID = new RequestId("1");

  private final Model model;
  private final SchemaWriter schemas;
  private final WireWriter wire = new WireWriter();
  private final ObjectNode messages = object();
  private final ObjectNode operations = object();

  private AsyncApiWriter(Model model) {
    this.model = model;
    this.schemas = new SchemaWriter(model);
  }

  static String write(Model model) {
    return PrettyJson.format(new AsyncApiWriter(model).document()) + "\n";
  }

  private ObjectNode document() {
    error();
    Exchanges.all().forEach(this::exchange);
    events();
    ObjectNode document = object().put("asyncapi", "3.0.0");
    document.set("info", DocumentInfo.of(ABOUT));
    document.put("defaultContentType", "application/json");
    document
        .putObject("servers")
        .putObject("local")
        .put("host", "localhost:8080")
        .put("protocol", "ws")
        .put("description", "As `./parley serve` starts it; behind TLS the protocol is wss.");
    document.putObject("channels").set("connect", channel());
    document.set("operations", operations);
    ObjectNode components = document.putObject("components");
    components.set("messages", messages);
    components.set("schemas", componentSchemas());
    SchemaWriter.dropUnused(document);
    return document;
  }

  private ObjectNode channel() {
    ObjectNode channel =
        object()
            .put("address", "/v1/connect")
            .put("title", "The live connection")
            .put(
                "description",
                "A WebSocket with the subprotocol `parley.v1`: one JSON object a text frame, at"
                    + " most 64 KiB from the client. `hello` comes first.");
    ObjectNode list = channel.putObject("messages");
    messages
        .propertyNames()
        .forEach(name -> list.set(name, object().put("$ref", "#/components/messages/" + name)));
    ObjectNode headers = object().put("type", "object");
    headers
        .putObject("properties")
        .putObject("Sec-WebSocket-Protocol")
        .put("type", "string")
        .put("const", "parley.v1");
    channel
        .putObject("bindings")
        .putObject("ws")
        .put("method", "GET")
        .put("bindingVersion", "0.1.0")
        .set("headers", headers);
    ArrayNode codes = channel.putArray("x-close-codes");
    for (CloseCode code : CloseCode.values()) {
      codes
          .addObject()
          .put("code", code.code())
          .put("reason", code.reason())
          .put("description", model.description(code) + " " + model.description(code.remedy()));
    }
    return channel;
  }

  private void exchange(Exchange<?, ?> exchange) {
    CommandType<?, ?> type = exchange.command().type();
    String command = "command." + type.name();
    String reply = "reply." + type.name();
    ObjectNode asked = envelope("type", object().put("const", type.name()));
    properties(asked).set("data", reference(type.command().getSimpleName()));
    message(command, model.description(type.command()), asked)
        .put("name", type.name())
        .set("examples", examples(List.of(CommandWriter.frame(exchange.command()))));
    ObjectNode answered = envelope("ok", reference(type.reply().getSimpleName()));
    message(reply, model.description(type.reply()), answered)
        .put("name", type.name())
        .set("examples", examples(List.of(text(wire.reply(ID, exchange.reply())))));
    ObjectNode operation =
        operations
            .putObject(type.name())
            .put("action", "receive")
            .put("summary", model.description(type.command()))
            .set("channel", object().put("$ref", "#/channels/connect"))
            .set("messages", onChannel(List.of(command)));
    operation
        .putObject("reply")
        .set("channel", object().put("$ref", "#/channels/connect"))
        .set("messages", onChannel(List.of(reply, "error")));
  }

  private void error() {
    message("error", model.description(Refusal.class), envelope("error", reference("Error")))
        .set(
            "examples",
            examples(
                Examples.errors().stream().map(error -> text(wire.error(ID, error))).toList()));
  }

  private void events() {
    List<String> names = new ArrayList<>();
    for (DurableEvent event : Examples.events()) {
      String name = "event." + event.data().type().wireName();
      names.add(name);
      message(name, model.description(event.data().getClass()), schemas.event(event.data().type()))
          .put("name", event.data().type().wireName())
          .set("examples", examples(List.of(text(wire.event(event)))));
    }
    for (SignalEvent event : Examples.signals()) {
      String name = "event." + event.data().wireName();
      names.add(name);
      message(name, model.description(event.data().getClass()), signal(event.data()))
          .put("name", event.data().wireName())
          .set("examples", examples(List.of(text(wire.signal(event)))));
    }
    operations
        .putObject("events")
        .put("action", "send")
        .put("summary", "What happens in the caller's rooms, and to the caller.")
        .set("channel", object().put("$ref", "#/channels/connect"))
        .set("messages", onChannel(names));
  }

  private ObjectNode signal(Signal signal) {
    ObjectNode schema = object().put("type", "object");
    schema.putArray("required").add("type").add("data");
    ObjectNode properties = schema.putObject("properties");
    properties.set("type", object().put("const", signal.wireName()));
    properties.set("room", reference("RoomId"));
    Class<?> data =
        signal instanceof Signal.RoomAdded added ? added.room().getClass() : signal.getClass();
    properties.set("data", reference(data.getSimpleName()));
    return schema;
  }

  /** A frame with the client's own name for the command, and one thing beside it. */
  private static ObjectNode envelope(String field, ObjectNode schema) {
    ObjectNode envelope = object().put("type", "object");
    envelope.putArray("required").add(field);
    envelope.putObject("properties").set("id", reference("RequestId")).set(field, schema);
    return envelope;
  }

  private static ObjectNode properties(ObjectNode schema) {
    return (ObjectNode) schema.get("properties");
  }

  private ObjectNode message(String key, String summary, ObjectNode payload) {
    ObjectNode message = messages.putObject(key).put("summary", summary);
    if (payload.path("properties").has("id")) {
      message.putObject("correlationId").put("location", "$message.payload#/id");
    }
    return message.set("payload", payload);
  }

  private static ArrayNode examples(List<String> frames) {
    ArrayNode examples = PrettyJson.MAPPER.createArrayNode();
    frames.forEach(frame -> examples.addObject().set("payload", PrettyJson.MAPPER.readTree(frame)));
    return examples;
  }

  private static ArrayNode onChannel(List<String> names) {
    ArrayNode list = PrettyJson.MAPPER.createArrayNode();
    names.forEach(name -> list.addObject().put("$ref", "#/channels/connect/messages/" + name));
    return list;
  }

  private ObjectNode componentSchemas() {
    ObjectNode components = schemas.named();
    Exchanges.all()
        .forEach(exchange -> {
          Class<?> command = exchange.command().getClass();
          components.set(command.getSimpleName(), schemas.record(command));
        });
    Examples.signals()
        .forEach(event -> {
          if (!(event.data() instanceof Signal.RoomAdded)) {
            Class<?> signal = event.data().getClass();
            components.set(signal.getSimpleName(), schemas.record(signal));
          }
        });
    components.set("Error", schemas.record(Refusal.class));
    components
        .putObject("RequestId")
        .put("description", "What the client calls the command; its reply repeats it.")
        .putArray("oneOf")
        .add(object().put("type", "number"))
        .add(object().put("type", "string").put("maxLength", 62));
    return components;
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
