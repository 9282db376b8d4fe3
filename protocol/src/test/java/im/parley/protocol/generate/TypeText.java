package im.parley.protocol.generate;

import static im.parley.protocol.generate.Markdown.anchor;
import static im.parley.protocol.generate.Markdown.code;
import static im.parley.protocol.generate.Markdown.link;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import java.util.Map;
import java.util.stream.Collectors;

/** The type of a field and its bound, in a few words. */
final class TypeText {

  /** The heading below which ids and keys are described. */
  static final String NAMES = "Ids and keys";

  /** The types that a whole section is about; any other has a heading of its own. */
  private static final Map<Class<?>, String> SECTIONS =
      Map.of(DurableEvent.class, "Durable events", ErrorCode.class, "Errors");

  private TypeText() {}

  /** What a field of a record holds. */
  static String of(Class<?> type, Field field) {
    Bound bound = Bound.ALL.get(type.getSimpleName() + "." + field.name());
    return switch (bound) {
      case null -> shape(field.shape());
      case Bound.Length(int min, int max) -> "text, %d–%d".formatted(min, max);
      case Bound.Emoji _ -> "one emoji";
      case Bound.Word word -> "text " + code(word.pattern().replaceAll("^\\^|\\$$", ""));
      case Bound.Range(long min, long max) when max == Long.MAX_VALUE -> "integer ≥ " + min;
      case Bound.Range(long min, long max) -> "integer, %d–%d".formatted(min, max);
      case Bound.ZeroOrRange(long min, long max) -> "integer, 0 or %d–%d".formatted(min, max);
      case Bound.Items(int min, int max) ->
          shape(field.shape()).replace("list of", "list of %d–%d".formatted(min, max));
      case Bound.Words words ->
          words.words().stream().map(Markdown::code).collect(Collectors.joining(" or "));
    };
  }

  private static String shape(Shape shape) {
    return switch (shape) {
      case Shape.Text _ -> "text";
      case Shape.Name(Class<?> type) -> link(code(type.getSimpleName()), anchor(NAMES));
      case Shape.Time _ -> "time";
      case Shape.Whole _ -> "integer";
      case Shape.Flag _ -> "boolean";
      case Shape.ListOf(Shape element) -> "list of " + shape(element);
      case Shape.MapOf(Shape value) -> "map to " + shape(value);
      case Shape.Choice(Class<?> type) -> named(type);
      case Shape.View(Class<?> type) -> named(type);
      case Shape.EventData _ -> "object";
    };
  }

  /** A type, and the heading below which it is described. */
  static String named(Class<?> type) {
    String heading = SECTIONS.getOrDefault(type, type.getSimpleName());
    return link(code(type.getSimpleName()), anchor(heading));
  }
}
