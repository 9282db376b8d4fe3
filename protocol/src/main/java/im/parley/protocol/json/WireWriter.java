package im.parley.protocol.json;

import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.reply.Reply;
import im.parley.protocol.view.RoomSummary;
import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/** Turns replies and events into the bytes that clients get. Safe to share. */
public final class WireWriter {

  private static final int TYPICAL_BYTES = 512;
  private static final Jsonb JSONB = ParleyJson.JSONB;

  private final JsonAdapter<DurableEvent> events = ParleyJson.ADAPTERS.of(DurableEvent.class);
  private final JsonAdapter<Refusal> refusals = ParleyJson.ADAPTERS.of(Refusal.class);
  private final JsonAdapter<RoomSummary> summaries = ParleyJson.ADAPTERS.of(RoomSummary.class);

  /** {@code {"id":…,"ok":{…}}}. */
  public byte[] reply(RequestId id, Reply reply) {
    return bytes(writer -> {
      writer.beginObject();
      id(writer, id);
      writer.name("ok");
      any(writer, reply);
      writer.endObject();
    });
  }

  /** {@code {"id":…,"error":{…}}}. */
  public byte[] error(RequestId id, Refusal refusal) {
    return bytes(writer -> {
      writer.beginObject();
      id(writer, id);
      writer.name("error");
      refusals.toJson(writer, refusal);
      writer.endObject();
    });
  }

  /** A durable event, as every receiver gets it. */
  public byte[] event(DurableEvent event) {
    return bytes(writer -> events.toJson(writer, event));
  }

  /** {@code {"type":…,"room":…,"data":{…}}}. */
  public byte[] signal(SignalEvent event) {
    return bytes(writer -> {
      writer.beginObject();
      writer.name("type");
      writer.value(event.data().wireName());
      if (event.room() != null) {
        writer.name("room");
        writer.value(event.room().value());
      }
      writer.name("data");
      signal(writer, event.data());
      writer.endObject();
    });
  }

  /** The body of an HTTP answer: the reply and nothing around it. */
  public byte[] body(Reply reply) {
    return bytes(writer -> any(writer, reply));
  }

  /** The body of an HTTP error: a problem of RFC 9457 with the members of a refusal. */
  public byte[] problem(Refusal refusal) {
    return bytes(writer -> {
      writer.beginObject();
      writer.name("status");
      writer.value(refusal.code().httpStatus());
      writer.name("title");
      writer.value(refusal.code().wireName().replace('_', ' '));
      writer.name("detail");
      writer.value(refusal.message());
      writer.name("code");
      writer.value(refusal.code().wireName());
      writer.name("retry");
      writer.value(refusal.retry());
      if (refusal.retryAfterMs() != null) {
        writer.name("retryAfterMs");
        writer.value(refusal.retryAfterMs());
      }
      if (refusal.field() != null) {
        writer.name("field");
        writer.value(refusal.field());
      }
      writer.endObject();
    });
  }

  void signal(JsonWriter writer, Signal signal) {
    if (signal instanceof Signal.RoomAdded added) {
      summaries.toJson(writer, added.room());
    } else {
      any(writer, signal);
    }
  }

  private static void id(JsonWriter writer, RequestId id) {
    if (!id.json().isEmpty()) {
      writer.name("id");
      writer.rawValue(id.json());
    }
  }

  @SuppressWarnings("unchecked") // the adapter was asked for by the value's own class
  static void any(JsonWriter writer, Object value) {
    ((JsonAdapter<Object>) ParleyJson.ADAPTERS.of(value.getClass())).toJson(writer, value);
  }

  static byte[] bytes(Consumer<JsonWriter> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
    try (JsonWriter writer = JSONB.writer(bytes)) {
      content.accept(writer);
    }
    return bytes.toByteArray();
  }
}
