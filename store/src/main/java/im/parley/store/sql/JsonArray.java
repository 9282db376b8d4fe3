package im.parley.store.sql;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A list as one parameter of a statement, which takes it apart by {@code json_each}. */
final class JsonArray {

  private JsonArray() {}

  /**
   * The array of these names.
   *
   * @param name an id: it has no character that JSON escapes
   */
  static <T> String ofIds(Collection<T> items, Function<T, String> name) {
    return items.stream()
        .map(item -> '"' + name.apply(item) + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }
}
