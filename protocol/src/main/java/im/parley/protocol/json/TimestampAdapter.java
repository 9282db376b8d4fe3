package im.parley.protocol.json;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Times as RFC 3339 in UTC, always with milliseconds: {@code 2026-11-22T10:00:00.000Z}. */
final class TimestampAdapter implements JsonAdapter<Instant> {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @Override
  public Instant fromJson(JsonReader reader) {
    return Instant.parse(reader.readString());
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable Instant value) {
    writer.value(value == null ? null : FORMAT.format(value));
  }
}
