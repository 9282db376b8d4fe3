package im.parley.protocol.generate;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.CommandType.Reach;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.EventType;
import im.parley.protocol.example.Examples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents hold together, leave nothing out, and their examples keep their own rules. */
class DocumentsTest {

  private static final Model MODEL =
      Model.of(GeneratedFile.root().resolve("protocol/src/main/java"));
  private static final Document OPEN_API = Document.openApi(MODEL);
  private static final Document ASYNC_API = Document.asyncApi(MODEL);
  private static final Pattern PATH_PARAMETER = Pattern.compile("\\{(\\w+)}");

  static Stream<Document> documents() {
    return Stream.of(OPEN_API, ASYNC_API);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyReferencePointsToSomething(Document document) {
    List<String> references = new ArrayList<>();
    document.walk((place, object) -> {
      if (object.has("$ref")) {
        references.add(object.get("$ref").stringValue());
      }
    });

    assertThat(references).hasSizeGreaterThan(50);
    assertThat(references).noneMatch(reference -> document.resolve(reference).isMissingNode());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everySchemaThatIsNamedIsUsed(Document document) {
    Set<String> used = new TreeSet<>();
    document.walk((place, object) -> used.add(object.path("$ref").asString("")));

    assertThat(document.root().at("/components/schemas").propertyNames())
        .allMatch(name -> used.contains("#/components/schemas/" + name));
  }

  static Stream<Document.Example> openApiExamples() {
    return OPEN_API.examples().stream();
  }

  @ParameterizedTest
  @MethodSource("openApiExamples")
  void anExampleOverHttpKeepsItsSchema(Document.Example example) {
    assertThat(OPEN_API.validate(example.schema(), example.value())).isEmpty();
  }

  static Stream<Document.Example> asyncApiExamples() {
    return ASYNC_API.examples().stream();
  }

  @ParameterizedTest
  @MethodSource("asyncApiExamples")
  void anExampleOverTheWebSocketKeepsItsSchema(Document.Example example) {
    assertThat(ASYNC_API.validate(example.schema(), example.value())).isEmpty();
  }

  @Test
  void aSchemaRefusesAnEmptyObjectWhereAFieldIsRequired() {
    String schema = "/components/schemas/MessageSent";

    assertThat(OPEN_API.validate(schema, SchemaWriter.object())).isNotEmpty();
  }

  @Test
  void everyRouteIsAnOperation() {
    List<String> operations = new ArrayList<>();
    OPEN_API.walk((place, object) -> {
      if (object.has("operationId")) {
        operations.add(object.get("operationId").stringValue());
      }
    });

    assertThat(operations)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    CommandCatalogue.all().stream()
                        .filter(type -> type.reach() instanceof Reach.EveryDoor)
                        .map(CommandType::name),
                    Stream.of(
                        "file.upload",
                        "file.download",
                        "file.thumbnail",
                        "hook.receive",
                        "events.stream",
                        "connect",
                        "socketio.connect",
                        "socketio.send",
                        "health.alive",
                        "health.ready",
                        "health.metrics"))
                .toList());
  }

  @Test
  void everyPathDeclaresItsParameters() {
    OPEN_API
        .root()
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .forEach(operation ->
                    assertThat(pathParameters(operation))
                        .as(path.getKey())
                        .isEqualTo(parametersIn(path.getKey()))));
  }

  private static Set<String> parametersIn(String path) {
    Set<String> names = new HashSet<>();
    Matcher matcher = PATH_PARAMETER.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> pathParameters(JsonNode operation) {
    Set<String> names = new HashSet<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asString("").equals("path")) {
        assertThat(parameter.get("required").booleanValue()).isTrue();
        names.add(parameter.get("name").stringValue());
      }
    }
    return names;
  }

  @Test
  void everyCommandReplyAndEventIsAMessage() {
    List<String> names = new ArrayList<>(List.of("error"));
    for (CommandType<?, ?> type : CommandCatalogue.all()) {
      names.add("command." + type.name());
      names.add("reply." + type.name());
    }
    for (EventType type : EventType.values()) {
      names.add("event." + type.wireName());
    }
    Examples.signals().forEach(event -> names.add("event." + event.data().wireName()));

    assertThat(ASYNC_API.root().at("/components/messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(ASYNC_API.root().at("/channels/connect/messages").propertyNames())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void everyMessageHasAnExample() {
    assertThat(ASYNC_API.root().at("/components/messages"))
        .allMatch(message -> !message.path("examples").isEmpty());
  }

  @Test
  void everyBodyHasAnExample() {
    List<ObjectNode> bodies = new ArrayList<>();
    OPEN_API.walk((place, object) -> {
      if (place.endsWith("/content/application~1json")) {
        bodies.add(object);
      }
    });

    assertThat(bodies).hasSizeGreaterThan(20).allMatch(body -> body.has("example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/accounts", "/sessions", "/sessions/refresh"})
  void aBrowserCanAskForACookie(String path) {
    JsonNode signIn = OPEN_API.root().get("paths").get("/v1" + path).get("post");

    assertThat(parameterNames(signIn)).contains("Parley-Refresh");
    assertThat(signIn.get("responses"))
        .filteredOn(answer -> answer.path("headers").has("Set-Cookie"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms", "/rooms/{room}/messages"})
  void aHeaderCanBringTheKey(String path) {
    JsonNode durable = OPEN_API.root().get("paths").get("/v1" + path).get("post");

    assertThat(parameterNames(durable)).contains("Idempotency-Key");
    assertThat(durable.at("/requestBody/content/application~1json/schema/required"))
        .noneMatch(field -> field.stringValue().equals("key"));
  }

  private static List<String> parameterNames(JsonNode operation) {
    List<String> names = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      JsonNode stated =
          parameter.has("$ref") ? OPEN_API.resolve(parameter.get("$ref").stringValue()) : parameter;
      names.add(stated.get("name").stringValue());
    }
    return names;
  }

  @Test
  void everyErrorHasAnExample() {
    ObjectNode examples =
        (ObjectNode)
            OPEN_API
                .root()
                .at("/components/responses/Problem/content/application~1problem+json/examples");

    assertThat(examples.propertyNames())
        .containsExactlyElementsOf(Stream.of(ErrorCode.values()).map(ErrorCode::wireName).toList());
    assertThat(ASYNC_API.root().at("/components/messages/error/examples"))
        .hasSize(ErrorCode.values().length);
  }

  @Test
  void everyCloseCodeIsListed() {
    assertThat(ASYNC_API.root().at("/channels/connect/x-close-codes"))
        .map(code -> code.get("code").intValue())
        .containsExactlyElementsOf(Stream.of(CloseCode.values()).map(CloseCode::code).toList());
  }
}
