package im.parley.protocol.generate;

import static im.parley.protocol.generate.SchemaWriter.object;
import static im.parley.protocol.generate.SchemaWriter.reference;

import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.CommandType.Audience;
import im.parley.protocol.command.CommandType.Reach;
import im.parley.protocol.command.CreateSession;
import im.parley.protocol.command.RefreshSession;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.command.Route;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.example.Examples;
import im.parley.protocol.example.Exchange;
import im.parley.protocol.example.Exchanges;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.json.CommandWriter;
import im.parley.protocol.json.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the OpenAPI 3.1 document: every command that has an HTTP route, and what else has one. */
final class OpenApiWriter {

  private static final String ABOUT =
      "Every command of Parley over HTTP, and what else is answered there. The same commands, with"
          + " the same names and contents, go over the WebSocket at `/v1/connect` (see"
          + " asyncapi.json). Errors are problems of RFC 9457; a field that is null counts as left"
          + " out, and one that is unknown is passed over.";

  /** The commands whose refresh token can live in a cookie. */
  private static final Set<Class<?>> WITH_COOKIE =
      Set.of(RegisterAccount.class, CreateSession.class, RefreshSession.class);

  private final Model model;
  private final SchemaWriter schemas;
  private final WireWriter wire = new WireWriter();

  private OpenApiWriter(Model model) {
    this.model = model;
    this.schemas = new SchemaWriter(model);
  }

  static String write(Model model) {
    return PrettyJson.format(new OpenApiWriter(model).document()) + "\n";
  }

  private ObjectNode document() {
    ObjectNode document = object().put("openapi", "3.1.0");
    document.set("info", DocumentInfo.of(ABOUT));
    document.putArray("servers").add(object().put("url", "/"));
    document.set("paths", paths());
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas.named().set("Problem", problem()));
    components.set("parameters", headers());
    components.set("responses", responses());
    components.set("securitySchemes", securitySchemes());
    SchemaWriter.dropUnused(document);
    return document;
  }

  private ObjectNode paths() {
    ObjectNode paths = object();
    for (Exchange<?, ?> exchange : Exchanges.all()) {
      if (exchange.command().type().reach() instanceof Reach.EveryDoor(Route route)) {
        paths
            .withObjectProperty("/v1" + route.path())
            .set(route.method().name().toLowerCase(Locale.ROOT), operation(exchange, route));
      }
    }
    FileRoutes.addTo(paths);
    OtherRoutes.addTo(paths);
    return paths;
  }

  private ObjectNode operation(Exchange<?, ?> exchange, Route route) {
    CommandType<?, ?> type = exchange.command().type();
    ObjectNode operation = object().put("operationId", type.name());
    operation.putArray("tags").add(type.name().split("\\.", 2)[0]);
    operation.put("summary", model.description(type.command()));
    security(operation, type);
    JsonNode data = PrettyJson.MAPPER.readTree(CommandWriter.data(exchange.command()));
    List<Field> rest = parameters(operation, type, route, data);
    if (route.method().hasBody() && !rest.isEmpty()) {
      operation.set("requestBody", body(type.command(), rest, data));
    }
    ObjectNode responses = operation.putObject("responses");
    responses.set(String.valueOf(route.success()), success(exchange));
    problems(type, route)
        .forEach(status -> responses.set(status, component("responses", "Problem" + status)));
    responses.set("default", component("responses", "Problem"));
    return operation;
  }

  private static void security(ObjectNode operation, CommandType<?, ?> type) {
    ArrayNode security = operation.putArray("security");
    if (type.audience() == Audience.SIGNED_IN) {
      security.addObject().putArray("bearer");
    } else if (type.command() == RefreshSession.class) {
      security.addObject();
      security.addObject().putArray("refreshCookie");
    }
  }

  /** Writes the path, query and header parameters; the fields that are left are the body's. */
  private List<Field> parameters(
      ObjectNode operation, CommandType<?, ?> type, Route route, JsonNode data) {
    ArrayNode parameters = PrettyJson.MAPPER.createArrayNode();
    List<Field> body = new ArrayList<>();
    for (Field field : model.fields(type.command())) {
      boolean inPath = route.path().contains("{" + field.name() + "}");
      if (inPath || !route.method().hasBody()) {
        parameters.add(parameter(type.command(), field, inPath, data.path(field.name())));
      } else {
        body.add(field);
      }
    }
    if (body.stream().anyMatch(OpenApiWriter::isKey)) {
      parameters.add(component("parameters", "IdempotencyKey"));
    }
    if (WITH_COOKIE.contains(type.command())) {
      parameters.add(component("parameters", "RefreshCookie"));
    }
    if (!parameters.isEmpty()) {
      operation.set("parameters", parameters);
    }
    return body;
  }

  private ObjectNode parameter(Class<?> command, Field field, boolean inPath, JsonNode example) {
    ObjectNode schema = schemas.field(command, field);
    schema.remove("description");
    ObjectNode parameter =
        object()
            .put("name", field.name())
            .put("in", inPath ? "path" : "query")
            .put("required", !field.optional())
            .put("description", field.description());
    parameter.set("schema", schema);
    if (!example.isMissingNode()) {
      parameter.set("example", example);
    }
    return parameter;
  }

  private ObjectNode body(Class<?> command, List<Field> fields, JsonNode data) {
    List<Field> stated = fields.stream().map(OpenApiWriter::orHeader).toList();
    ObjectNode schema = schemas.record(command, stated);
    schema.remove("description");
    ObjectNode example = object();
    fields.forEach(field -> {
      if (data.has(field.name())) {
        example.set(field.name(), data.get(field.name()));
      }
    });
    ObjectNode body = object().put("required", schema.has("required"));
    return body.set("content", content("application/json", schema, example));
  }

  /** A field that a header or cookie may bring as well is not required in the body. */
  private static Field orHeader(Field field) {
    boolean elsewhere = isKey(field) || field.name().equals("refreshToken");
    return elsewhere ? new Field(field.name(), field.shape(), true, field.description()) : field;
  }

  private static boolean isKey(Field field) {
    return field.shape() instanceof Shape.Name(Class<?> type) && type == MessageKey.class;
  }

  private ObjectNode success(Exchange<?, ?> exchange) {
    Class<?> reply = exchange.command().type().reply();
    ObjectNode response = object().put("description", model.description(reply));
    if (WITH_COOKIE.contains(exchange.command().getClass())) {
      response
          .putObject("headers")
          .putObject("Set-Cookie")
          .put("description", "The refresh token, if `Parley-Refresh: cookie` asked for that.")
          .putObject("schema")
          .put("type", "string");
    }
    JsonNode example = PrettyJson.MAPPER.readTree(wire.body(exchange.reply()));
    return response.set(
        "content", content("application/json", reference(reply.getSimpleName()), example));
  }

  private static List<String> problems(CommandType<?, ?> type, Route route) {
    List<String> statuses = new ArrayList<>(List.of("400"));
    if (type.audience() == Audience.SIGNED_IN || type.command() != RegisterAccount.class) {
      statuses.add("401");
    }
    if (route.path().contains("{")) {
      statuses.add("404");
    }
    statuses.add("429");
    return statuses;
  }

  private ObjectNode responses() {
    ObjectNode responses = object();
    responses.set("Problem", problemResponse("Any other error.", Examples.errors()));
    for (Refusal error : Examples.errors()) {
      String status = String.valueOf(error.code().httpStatus());
      if (Set.of("400", "401", "404", "429").contains(status)) {
        responses.set(
            "Problem" + status, problemResponse(model.description(error.code()), List.of(error)));
      }
    }
    return responses;
  }

  private ObjectNode problemResponse(String description, List<Refusal> errors) {
    ObjectNode response = object().put("description", description);
    if (errors.stream().anyMatch(error -> error.code().retry())) {
      response
          .putObject("headers")
          .putObject("Retry-After")
          .put("description", "Seconds to wait (RFC 9110, section 10.2.3); with 429 and 503.")
          .putObject("schema")
          .put("type", "integer");
    }
    ObjectNode media = response.putObject("content").putObject("application/problem+json");
    media.set("schema", reference("Problem"));
    ObjectNode examples = media.putObject("examples");
    errors.forEach(error ->
        examples
            .putObject(error.code().wireName())
            .set("value", PrettyJson.MAPPER.readTree(wire.problem(error))));
    return response;
  }

  private ObjectNode problem() {
    ObjectNode schema = schemas.record(Refusal.class);
    ObjectNode properties = (ObjectNode) schema.get("properties");
    properties.set("detail", properties.remove("message"));
    properties.putObject("status").put("type", "integer").put("description", "The HTTP status.");
    properties.putObject("title").put("type", "string").put("description", "The code in words.");
    ArrayNode required = schema.putArray("required");
    List.of("status", "title", "detail", "code", "retry").forEach(required::add);
    return schema;
  }

  private static ObjectNode headers() {
    ObjectNode headers = object();
    ObjectNode key =
        header(headers, "IdempotencyKey", "Idempotency-Key", "In place of `key` in the body.");
    key.set("schema", reference("MessageKey"));
    ObjectNode cookie =
        header(
            headers,
            "RefreshCookie",
            "Parley-Refresh",
            "For browsers: the refresh token is not in the body of the answer, but in a cookie that"
                + " no script can read; to refresh, send this header with the body `{}`.");
    cookie.putObject("schema").put("type", "string").putArray("enum").add("cookie");
    return headers;
  }

  private static ObjectNode header(
      ObjectNode headers, String component, String name, String description) {
    return headers
        .putObject(component)
        .put("name", name)
        .put("in", "header")
        .put("required", false)
        .put("description", description);
  }

  private static ObjectNode securitySchemes() {
    ObjectNode schemes = object();
    schemes
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An access token: `Authorization: Bearer …`.");
    schemes
        .putObject("refreshCookie")
        .put("type", "apiKey")
        .put("in", "cookie")
        .put("name", "__Host-parley_refresh")
        .put(
            "description",
            "HttpOnly and SameSite=Strict. Without TLS its name has no `__Host-` before it.");
    return schemes;
  }

  private static ObjectNode content(String mediaType, ObjectNode schema, JsonNode example) {
    ObjectNode content = object();
    content.putObject(mediaType).set("schema", schema).set("example", example);
    return content;
  }

  private static ObjectNode component(String kind, String name) {
    return object().put("$ref", "#/components/" + kind + "/" + name);
  }
}
