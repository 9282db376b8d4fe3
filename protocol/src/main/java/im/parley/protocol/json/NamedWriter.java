package im.parley.protocol.json;

import im.parley.protocol.error.CloseCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.reply.Reply;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonWriter;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Turns replies and events into JSON lists, for doors that carry a name and what belongs to it, and
 * number their answers themselves. Safe to share.
 */
public final class NamedWriter {

  private final WireWriter wire = new WireWriter();
  private final JsonAdapter<Instant> timestamps = ParleyJson.ADAPTERS.of(Instant.class);
  private final JsonAdapter<Refusal> refusals = ParleyJson.ADAPTERS.of(Refusal.class);

  /** {@code ["message.posted",{"room":…,"seq":…,"at":…,"by":…,"data":{…}}]}. */
  public byte[] event(DurableEvent event) {
    return list(event.data().type().wireName(), writer -> placeAndData(writer, event));
  }

  private void placeAndData(JsonWriter writer, DurableEvent event) {
    writer.beginObject();
    writer.name("room");
    writer.value(event.room().value());
    writer.name("seq");
    writer.value(event.seq());
    writer.name("at");
    timestamps.toJson(writer, event.at());
    writer.name("by");
    writer.value(event.by().value());
    writer.name("data");
    WireWriter.any(writer, event.data());
    writer.endObject();
  }

  /** {@code ["typing",{"room":…,"data":{…}}]}. */
  public byte[] signal(SignalEvent event) {
    return WireWriter.bytes(writer -> {
      writer.beginArray();
      writer.value(event.data().wireName());
      writer.beginObject();
      if (event.room() != null) {
        writer.name("room");
        writer.value(event.room().value());
      }
      writer.name("data");
      wire.signal(writer, event.data());
      writer.endObject();
      writer.endArray();
    });
  }

  /** {@code [{"ok":{…}}]}. */
  public byte[] ok(Reply reply) {
    return answer("ok", writer -> WireWriter.any(writer, reply));
  }

  /** {@code [{"error":{…}}]}. */
  public byte[] error(Refusal refusal) {
    return answer("error", writer -> refusals.toJson(writer, refusal));
  }

  private static byte[] answer(String name, Consumer<JsonWriter> value) {
    return WireWriter.bytes(writer -> {
      writer.beginArray();
      writer.beginObject();
      writer.name(name);
      value.accept(writer);
      writer.endObject();
      writer.endArray();
    });
  }

  /** A reply that comes unasked, under a name: {@code ["hello",{…}]}. */
  public byte[] named(String name, Reply reply) {
    return list(name, writer -> WireWriter.any(writer, reply));
  }

  /** A refusal that answers nothing, under a name: {@code ["command.refused",{…}]}. */
  public byte[] named(String name, Refusal refusal) {
    return list(name, writer -> refusals.toJson(writer, refusal));
  }

  /** Why a conversation ends, under a name: {@code ["…",{"code":4102,"reason":"…"}]}. */
  public byte[] named(String name, CloseCode code) {
    return list(
        name,
        writer -> {
          writer.beginObject();
          writer.name("code");
          writer.value(code.code());
          writer.name("reason");
          writer.value(code.reason());
          writer.endObject();
        });
  }

  private static byte[] list(String name, Consumer<JsonWriter> value) {
    return WireWriter.bytes(writer -> {
      writer.beginArray();
      writer.value(name);
      value.accept(writer);
      writer.endArray();
    });
  }

  /** Why one is not let in: {@code {"message":"…","data":{…}}}. */
  public byte[] notLetIn(Refusal refusal) {
    return WireWriter.bytes(writer -> {
      writer.beginObject();
      writer.name("message");
      writer.value(refusal.message());
      writer.name("data");
      refusals.toJson(writer, refusal);
      writer.endObject();
    });
  }
}
