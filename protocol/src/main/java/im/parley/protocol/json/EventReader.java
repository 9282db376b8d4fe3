package im.parley.protocol.json;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.RoomSummary;
import io.avaje.json.JsonDataException;
import io.avaje.json.JsonReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the events that {@link WireWriter} wrote, for other nodes. Safe to share. */
public final class EventReader {

  private static final Map<String, Class<? extends Signal>> SIGNALS =
      Map.ofEntries(
          Map.entry("typing", Signal.Typing.class),
          Map.entry("receipt", Signal.Receipt.class),
          Map.entry("presence", Signal.PresenceChanged.class),
          Map.entry("preferences.changed", Signal.PreferencesChanged.class),
          Map.entry("room.added", Signal.RoomAdded.class),
          Map.entry("room.removed", Signal.RoomRemoved.class),
          Map.entry("room.synced", Signal.RoomSynced.class),
          Map.entry("room.unread", Signal.RoomUnread.class),
          Map.entry("room.reported", Signal.RoomReported.class),
          Map.entry("draft.changed", Signal.DraftChanged.class),
          Map.entry("scheduled.changed", Signal.ScheduledChanged.class),
          Map.entry("server.draining", Signal.ServerDraining.class));

  /**
   * A durable event.
   *
   * @throws JsonDataException if this is none that is known
   */
  public DurableEvent event(byte[] json) {
    try (JsonReader reader = ParleyJson.JSONB.reader(json)) {
      return ParleyJson.ADAPTERS.of(DurableEvent.class).fromJson(reader);
    }
  }

  /**
   * An ephemeral event.
   *
   * @throws JsonDataException if this is none that is known
   */
  public SignalEvent signal(byte[] json) {
    try (JsonReader reader = ParleyJson.JSONB.reader(json)) {
      return signal(reader);
    }
  }

  private static SignalEvent signal(JsonReader reader) {
    Class<? extends Signal> type = null;
    RoomId room = null;
    Signal data = null;
    reader.beginObject();
    while (reader.hasNextField()) {
      switch (reader.nextField()) {
        case "type" -> type = SIGNALS.get(reader.readString());
        case "room" -> room = new RoomId(reader.readString());
        case "data" -> data = data(reader, type);
        default -> reader.skipValue();
      }
    }
    reader.endObject();
    if (data == null) {
      throw new JsonDataException("A signal has data");
    }
    return new SignalEvent(room, data);
  }

  private static Signal data(JsonReader reader, @Nullable Class<? extends Signal> type) {
    if (type == null) {
      throw new JsonDataException("A signal begins with a known type");
    }
    return type == Signal.RoomAdded.class
        ? new Signal.RoomAdded(ParleyJson.ADAPTERS.of(RoomSummary.class).fromJson(reader))
        : ParleyJson.ADAPTERS.of(type).fromJson(reader);
  }
}
