package im.parley.protocol.json;

import io.avaje.json.JsonAdapter;
import java.util.function.Function;

/**
 * The adapters of records, made when they are first asked for, and one at a time: those of enums
 * fill a table of their class while they are made, so two threads must not make one at once. Safe
 * to share.
 */
final class Adapters {

  private final ClassValue<JsonAdapter<?>> made;

  Adapters(Function<Class<?>, JsonAdapter<?>> make) {
    this.made =
        new ClassValue<>() {
          @Override
          protected synchronized JsonAdapter<?> computeValue(Class<?> type) {
            return make.apply(type);
          }
        };
  }

  @SuppressWarnings("unchecked") // each is made for the class that it is asked for by
  <T> JsonAdapter<T> of(Class<T> type) {
    return (JsonAdapter<T>) made.get(type);
  }
}
