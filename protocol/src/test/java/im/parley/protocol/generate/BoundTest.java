package im.parley.protocol.generate;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.Command;
import im.parley.protocol.command.CommandCatalogue;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.example.Exchange;
import im.parley.protocol.example.Exchanges;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.CommandWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The bounds that the documents state are those that the records check. */
class BoundTest {

  private static final Model MODEL =
      Model.of(GeneratedFile.root().resolve("protocol/src/main/java"));
  private static final Document ASYNC_API = Document.asyncApi(MODEL);

  private final CommandReader reader = new CommandReader();

  /** A value of a field, and whether it is within the field's bounds. */
  record Trial(Command<?> command, String field, JsonNode value, boolean fits) {}

  static Stream<Trial> trials() {
    List<Trial> trials = new ArrayList<>();
    for (Exchange<?, ?> exchange : Exchanges.all()) {
      for (Field field : MODEL.fields(exchange.command().getClass())) {
        Bound bound = Bound.ALL.get(name(exchange.command(), field));
        if (bound != null) {
          within(bound).forEach(value -> trials.add(trial(exchange.command(), field, value, true)));
          beyond(bound)
              .forEach(value -> trials.add(trial(exchange.command(), field, value, false)));
        }
      }
    }
    return trials.stream();
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theRecordChecksTheBoundThatIsStated(Trial trial) {
    ObjectNode data = (ObjectNode) PrettyJson.MAPPER.readTree(CommandWriter.data(trial.command()));
    if (trial.field().matches("before|after|around")) {
      data.remove(List.of("before", "after", "around"));
    }
    if (trial.field().equals("text")) {
      data.remove("poll"); // Its question is not empty.
    }
    data.set(trial.field(), trial.value());

    assertThat(refusedField(trial.command(), data)).isEqualTo(trial.fits() ? "" : trial.field());
  }

  @ParameterizedTest
  @MethodSource("trials")
  void theSchemaStatesTheBoundThatIsChecked(Trial trial) {
    String schema = trial.command().getClass().getSimpleName();
    String field = "/components/schemas/" + schema + "/properties/" + trial.field();

    assertThat(ASYNC_API.validate(field, trial.value()).isEmpty()).isEqualTo(trial.fits());
  }

  @Test
  void everyBoundIsOfAFieldThatExists() {
    List<String> fields =
        CommandCatalogue.all().stream()
            .flatMap(type ->
                MODEL.fields(type.command()).stream()
                    .map(field -> type.command().getSimpleName() + "." + field.name()))
            .toList();

    assertThat(fields).containsAll(Bound.ALL.keySet());
  }

  @Test
  void everyTextNumberAndListOfACommandHasABound() {
    for (Exchange<?, ?> exchange : Exchanges.all()) {
      for (Field field : MODEL.fields(exchange.command().getClass())) {
        boolean bounded =
            switch (field.shape()) {
              case Shape.Text _, Shape.Whole _, Shape.ListOf _ -> true;
              default -> false;
            };
        if (bounded) {
          assertThat(Bound.ALL).containsKey(name(exchange.command(), field));
        }
      }
    }
  }

  private String refusedField(Command<?> command, ObjectNode data) {
    try {
      reader.read(command.type(), Map.of(), data.toString().getBytes(StandardCharsets.UTF_8));
      return "";
    } catch (RefusedException e) {
      return String.valueOf(e.refusal().field());
    }
  }

  private static List<JsonNode> within(Bound bound) {
    return switch (bound) {
      case Bound.Length length ->
          List.of(text(length.min()), text(length.max()), astral(length.max()));
      case Bound.Emoji _ -> List.of(word("👍"), word("👩‍👩‍👧"));
      case Bound.Word word -> List.of(text(word.min()), text(word.max()));
      case Bound.Range range -> List.of(number(range.min()), number(range.max()));
      case Bound.ZeroOrRange range -> List.of(number(0), number(range.min()), number(range.max()));
      case Bound.Items items -> List.of(list(items.min()), list(items.max()));
      case Bound.Words words -> words.words().stream().map(BoundTest::word).toList();
    };
  }

  private static List<JsonNode> beyond(Bound bound) {
    return switch (bound) {
      case Bound.Length length when length.min() == 0 ->
          List.of(text(length.max() + 1), astral(length.max() + 1));
      case Bound.Length length ->
          List.of(text(length.min() - 1), text(length.max() + 1), astral(length.max() + 1));
      case Bound.Emoji emoji when emoji.min() == 0 -> List.of(text(emoji.max() + 1));
      case Bound.Emoji emoji -> List.of(text(0), text(emoji.max() + 1));
      case Bound.Word word ->
          List.of(text(word.min() == 1 ? 0 : 1), text(word.max() + 1), word("Ü-Wagen"));
      case Bound.Range range when range.max() == Long.MAX_VALUE -> List.of(number(range.min() - 1));
      case Bound.Range range -> List.of(number(range.min() - 1), number(range.max() + 1));
      case Bound.ZeroOrRange range ->
          List.of(number(-1), number(1), number(range.min() - 1), number(range.max() + 1));
      case Bound.Items items when items.min() == 0 -> List.of(list(items.max() + 1));
      case Bound.Items items -> List.of(list(items.min() - 1), list(items.max() + 1));
      case Bound.Words _ -> List.of(word("direct"), word("nonsense"));
    };
  }

  private static String name(Command<?> command, Field field) {
    return command.getClass().getSimpleName() + "." + field.name();
  }

  private static Trial trial(Command<?> command, Field field, JsonNode value, boolean fits) {
    return new Trial(
        command, field.name(), isOfNumbers(field) ? numbers(value.size()) : value, fits);
  }

  private static boolean isOfNumbers(Field field) {
    return field.shape() instanceof Shape.ListOf(Shape.Whole _);
  }

  private static JsonNode text(int length) {
    return word("a".repeat(length));
  }

  /** Characters of two UTF-16 units and four bytes each: a bound counts characters. */
  private static JsonNode astral(int length) {
    return word("🦜".repeat(length));
  }

  private static JsonNode word(String word) {
    return PrettyJson.MAPPER.getNodeFactory().stringNode(word);
  }

  private static JsonNode number(long number) {
    return PrettyJson.MAPPER.getNodeFactory().numberNode(number);
  }

  private static JsonNode list(int size) {
    ArrayNode list = PrettyJson.MAPPER.createArrayNode();
    for (int i = 0; i < size; i++) {
      list.add("u" + i);
    }
    return list;
  }

  private static JsonNode numbers(int size) {
    ArrayNode list = PrettyJson.MAPPER.createArrayNode();
    for (int i = 0; i < size; i++) {
      list.add(i);
    }
    return list;
  }
}
