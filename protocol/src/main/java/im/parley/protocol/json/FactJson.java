package im.parley.protocol.json;

import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Fact;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.io.StringWriter;

/** Facts as JSON text, for a store that keeps them beside their type. Safe to share. */
public final class FactJson {

  private static final Jsonb JSONB = ParleyJson.JSONB;

  private FactJson() {}

  /** The fact's {@code data}, as clients see it. */
  public static String write(Fact fact) {
    StringWriter json = new StringWriter();
    try (JsonWriter writer = JSONB.writer(json)) {
      write(writer, fact);
    }
    return json.toString();
  }

  @SuppressWarnings("unchecked") // the adapter was asked for by the fact's own class
  private static void write(JsonWriter writer, Fact fact) {
    ((JsonAdapter<Fact>) ParleyJson.ADAPTERS.of(fact.getClass())).toJson(writer, fact);
  }

  /** The fact of this type that {@link #write} wrote. */
  public static Fact read(EventType type, String json) {
    JsonAdapter<? extends Fact> adapter = ParleyJson.ADAPTERS.of(type.fact());
    try (JsonReader reader = JSONB.reader(json)) {
      return adapter.fromJson(reader);
    }
  }
}
