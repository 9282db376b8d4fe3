package im.parley.protocol.json;

import im.parley.protocol.push.PushedMessage;
import io.avaje.json.JsonWriter;
import java.io.ByteArrayOutputStream;

/** What is pushed, as JSON. Safe to share. */
public final class PushJson {

  private PushJson() {}

  /** The message in UTF-8, before it is encrypted. */
  public static byte[] write(PushedMessage message) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    try (JsonWriter writer = ParleyJson.JSONB.writer(json)) {
      ParleyJson.ADAPTERS.of(PushedMessage.class).toJson(writer, message);
    }
    return json.toByteArray();
  }
}
