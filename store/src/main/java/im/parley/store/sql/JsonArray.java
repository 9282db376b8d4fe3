package im.parley.store.sql;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list as one parameter of a statement, which takes it apart by {@code json_each}. */
public final class JsonArray {

  private JsonArray() {}

  /**
   * The array of these names.
   *
   * @param name an id: it has no character that JSON escapes
   */
  static <T> String ofIds(Collection<T> items, Function<T, String> name) {
    return of(items.stream().map(item -> '"' + name.apply(item) + '"'));
  }

  /** The array of these numbers. */
  public static String ofNumbers(Stream<Long> numbers) {
    return of(numbers.map(String::valueOf));
  }

  private static String of(Stream<String> items) {
    return items.collect(Collectors.joining(",", "[", "]"));
  }
}
