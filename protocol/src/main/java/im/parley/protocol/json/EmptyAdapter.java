package im.parley.protocol.json;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A record without fields: an object in which nothing is looked at. */
final class EmptyAdapter<T> implements JsonAdapter<T> {

  private final T value;

  EmptyAdapter(T value) {
    this.value = value;
  }

  @Override
  public T fromJson(JsonReader reader) {
    reader.beginObject();
    while (reader.hasNextField()) {
      reader.nextField();
      reader.skipValue();
    }
    reader.endObject();
    return value;
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable T written) {
    writer.beginObject();
    writer.endObject();
  }
}
