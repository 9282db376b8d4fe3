package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.Command;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.example.Exchange;
import im.parley.protocol.example.Exchanges;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/** Every field of every command, given every kind of JSON that it does not take, is named. */
class WrongTypeTest {

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** What each kind of field takes none of. */
  private static final Map<Class<?>, List<String>> WRONG =
      Map.of(
          Boolean.class, List.of("\"true\"", "1", "0", "\"\"", "[true]", "{\"a\":true}"),
          Integer.class, WrongNumbers.with("2147483648", "-2147483649"),
          Long.class, WrongNumbers.with("-9223372036854775809"),
          List.class,
              List.of("\"u1\"", "\"[]\"", "1", "true", "{}", "[1]", "[[]]", "[null]", "[\"a b\"]"),
          Map.class,
              List.of(
                  "\"r1\"",
                  "\"{}\"",
                  "1",
                  "true",
                  "[]",
                  "[{\"r1\":1}]",
                  "{\"r1\":\"1\"}",
                  "{\"r1\":1.5}",
                  "{\"r1\":null}",
                  "{\"r1\":{}}",
                  "{\"r1\":-1}",
                  "{\"r1\":1e3}"));

  /** Any other field is a string on the wire. */
  private static final List<String> NOT_A_STRING =
      List.of("1", "1.5", "true", "false", "[]", "[\"r1\"]", "{}", "{\"a\":\"r1\"}", "\"\\ud800\"");

  /** The lists of texts, which may have spaces; any other list is one of ids. */
  private static final List<String> TEXTS = List.of("keywords");

  /** The lists of numbers. */
  private static final List<String> NUMBERS = List.of("options");

  private final CommandReader reader = new CommandReader();

  /** A command in which one field has another value than it should. */
  record Trial(Command<?> command, RecordComponent field, String json) {
    @Override
    public String toString() {
      return command.type().name() + " " + field.getName() + "=" + json;
    }
  }

  static Stream<Trial> wrongTypes() {
    return fields()
        .flatMap(field ->
            WRONG.getOrDefault(field.field().getType(), NOT_A_STRING).stream()
                .filter(json -> !(TEXTS.contains(field.field().getName()) && json.contains("a b")))
                .filter(json -> !(NUMBERS.contains(field.field().getName()) && json.equals("[1]")))
                .map(json -> new Trial(field.command(), field.field(), json)));
  }

  @ParameterizedTest
  @MethodSource("wrongTypes")
  void aFieldOfTheWrongTypeIsNamed(Trial trial) {
    Refusal refusal = refuse(trial.command(), change(trial).toString());

    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refusal.field()).isEqualTo(trial.field().getName());
    assertThat(refusal.message()).startsWith("'" + trial.field().getName() + "' ");
    assertThat(refusal.retry()).isFalse();
  }

  static Stream<Trial> fields() {
    List<Trial> fields = new ArrayList<>();
    for (Exchange<?, ?> exchange : Exchanges.all()) {
      for (RecordComponent field : exchange.command().getClass().getRecordComponents()) {
        fields.add(new Trial(exchange.command(), field, "null"));
      }
    }
    return fields.stream();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void aFieldThatIsNullCountsAsLeftOut(Trial trial) {
    ObjectNode without = change(trial);
    without.remove(trial.field().getName());
    boolean optional = trial.field().getAnnotatedType().isAnnotationPresent(Nullable.class);

    for (ObjectNode data : List.of(change(trial), without)) {
      byte[] frame = CommandWriter.bytes(frame(trial.command(), data.toString()));
      switch (reader.read(frame)) {
        case CommandReader.Request.Accepted _ -> assertThat(optional).isTrue();
        case CommandReader.Request.Refused(RequestId _, Refusal refusal) -> {
          assertThat(optional).isFalse();
          assertThat(refusal.field()).isEqualTo(trial.field().getName());
          assertThat(refusal.message()).endsWith("' is missing");
        }
      }
    }
  }

  static Stream<Exchange<?, ?>> exchanges() {
    return Exchanges.all().stream();
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void aFieldThatIsUnknownIsPassedOver(Exchange<?, ?> exchange) {
    String data = CommandWriter.data(exchange.command()).replaceFirst("\\{", "{\"\":[{\"by\":1}],");
    String closed = data.replace(",}", "}");

    assertThat(reader.read(CommandWriter.bytes(frame(exchange.command(), closed))))
        .isEqualTo(new CommandReader.Request.Accepted(new RequestId("1"), exchange.command()));
  }

  private Refusal refuse(Command<?> command, String data) {
    CommandReader.Request request = reader.read(CommandWriter.bytes(frame(command, data)));
    assertThat(request).isInstanceOf(CommandReader.Request.Refused.class);
    assertThat(request.id()).isEqualTo(new RequestId("1"));
    return ((CommandReader.Request.Refused) request).refusal();
  }

  private static String frame(Command<?> command, String data) {
    return CommandWriter.frame(command.type().name(), data);
  }

  private static ObjectNode change(Trial trial) {
    ObjectNode data = (ObjectNode) MAPPER.readTree(CommandWriter.data(trial.command()));
    if (trial.field().getName().matches("after|around")) {
      data.remove("before");
    }
    return data.putRawValue(trial.field().getName(), new RawValue(trial.json()));
  }

  /** What is no whole number that a field can hold. */
  private static final class WrongNumbers {
    private static final List<String> COMMON =
        List.of(
            "\"5\"",
            "\"\"",
            "true",
            "[5]",
            "{\"a\":5}",
            "1.5",
            "5.0",
            "1e2",
            "1e400",
            "-1",
            "9223372036854775808",
            "18446744073709551617",
            "99999999999999999999999999999999");

    static List<String> with(String... more) {
      return Stream.concat(COMMON.stream(), Stream.of(more)).toList();
    }
  }
}
