package im.parley.protocol.json;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.EventType;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code {"type":…,"room":…,"seq":…,"at":…,"by":…,"data":{…}}}: the type comes first. */
final class DurableEventAdapter implements JsonAdapter<DurableEvent> {

  private final Jsonb jsonb;
  private final JsonAdapter<Instant> timestamps;
  private final Map<EventType, JsonAdapter<Fact>> facts = new EnumMap<>(EventType.class);

  DurableEventAdapter(Jsonb jsonb) {
    this.jsonb = jsonb;
    this.timestamps = jsonb.adapter(Instant.class);
    for (EventType type : EventType.values()) {
      facts.put(type, factAdapter(type));
    }
  }

  @Override
  public void toJson(JsonWriter writer, @Nullable DurableEvent event) {
    if (event == null) {
      writer.nullValue();
      return;
    }
    writer.beginObject();
    writer.name("type");
    writer.value(event.data().type().wireName());
    writer.name("room");
    writer.value(event.room().value());
    writer.name("seq");
    writer.value(event.seq());
    writer.name("at");
    timestamps.toJson(writer, event.at());
    writer.name("by");
    writer.value(event.by().value());
    writer.name("data");
    writeFact(writer, event.data());
    writer.endObject();
  }

  void writeFact(JsonWriter writer, Fact fact) {
    adapter(fact.type()).toJson(writer, fact);
  }

  Fact readFact(JsonReader reader, EventType type) {
    return adapter(type).fromJson(reader);
  }

  @Override
  public DurableEvent fromJson(JsonReader reader) {
    EventType type = null;
    String room = "";
    long seq = 0;
    Instant at = Instant.EPOCH;
    String by = "";
    Fact data = null;
    reader.beginObject();
    while (reader.hasNextField()) {
      switch (reader.nextField()) {
        case "type" -> type = EventType.find(reader.readString());
        case "room" -> room = reader.readString();
        case "seq" -> seq = reader.readLong();
        case "at" -> at = timestamps.fromJson(reader);
        case "by" -> by = reader.readString();
        case "data" -> {
          if (type == null) {
            throw new JsonDataException("An event begins with a known type");
          }
          data = readFact(reader, type);
        }
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    if (data == null) {
      throw new JsonDataException("An event has data");
    }
    return new DurableEvent(new RoomId(room), seq, at, new UserId(by), data);
  }

  private JsonAdapter<Fact> adapter(EventType type) {
    JsonAdapter<Fact> adapter = facts.get(type);
    if (adapter == null) {
      throw new IllegalStateException("No adapter for " + type);
    }
    return adapter;
  }

  @SuppressWarnings("unchecked") // each type names the class of its own facts
  private JsonAdapter<Fact> factAdapter(EventType type) {
    return (JsonAdapter<Fact>) jsonb.adapter(type.fact());
  }
}
