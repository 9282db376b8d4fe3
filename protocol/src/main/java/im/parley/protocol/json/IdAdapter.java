package im.parley.protocol.json;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A name that is a plain string on the wire. */
final class IdAdapter<T> implements JsonAdapter<T> {

  private final Function<String, T> parse;
  private final Function<T, String> text;

  IdAdapter(Function<String, T> parse, Function<T, String> text) {
    this.parse = parse;
    this.text = text;
  }

  @Override
  public T fromJson(JsonReader reader) {
    return parse.apply(reader.readString());
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T value) {
    writer.value(value == null ? null : text.apply(value));
  }
}
