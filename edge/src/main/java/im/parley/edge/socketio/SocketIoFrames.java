package im.parley.edge.socketio;

import im.parley.edge.engineio.EnginePackets;
import im.parley.protocol.json.JsonList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the server sends (Socket.IO, protocol 5), as whole frames that any number may share. */
public final class SocketIoFrames {

  private SocketIoFrames() {}

  /** The client is let in, and is called this. */
  public static byte[] connected(String namespace, String sid) {
    return text("0", namespace, "", "{\"sid\":\"" + sid + "\"}");
  }

  /**
   * The client is not let in.
   *
   * @param error JSON: {@code {"message":…}}, perhaps with {@code data}
   */
  public static byte[] refused(String namespace, byte[] error) {
    return EnginePackets.message("4" + place(namespace), error);
  }

  /** The client is sent away. */
  public static byte[] disconnected(String namespace) {
    return text("1", namespace, "", "");
  }

  /**
   * An event without bytes.
   *
   * @param list JSON: its name and its arguments
   */
  public static byte[] event(String namespace, byte[] list) {
    return EnginePackets.message("2" + place(namespace), list);
  }

  /**
   * An acknowledgement without bytes.
   *
   * @param id what the client calls what is acknowledged, in digits
   * @param list JSON: its arguments
   */
  public static byte[] acknowledgement(String namespace, String id, byte[] list) {
    return EnginePackets.message("3" + place(namespace) + id, list);
  }

  /**
   * An event of any kind.
   *
   * @param ack what it is called, if an acknowledgement is wanted
   */
  static byte[] event(String namespace, String name, Arguments arguments, OptionalLong ack) {
    List<byte[]> list = new ArrayList<>(arguments.values());
    list.addFirst(JsonList.string(name));
    String id = ack.isPresent() ? Long.toString(ack.getAsLong()) : "";
    return withAttachments('2', namespace, id, new Arguments(list, arguments.attachments()));
  }

  /** An acknowledgement of any kind. */
  static byte[] acknowledgement(String namespace, long id, Arguments arguments) {
    return withAttachments('3', namespace, Long.toString(id), arguments);
  }

  private static byte[] withAttachments(
      char plainType, String namespace, String id, Arguments arguments) {
    int count = arguments.attachments().size();
    String type =
        count == 0 ? String.valueOf(plainType) : (char) (plainType + 3) + "" + count + "-";
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    frames.writeBytes(
        EnginePackets.message(type + place(namespace) + id, JsonList.of(arguments.values())));
    arguments.attachments().forEach(bytes -> frames.writeBytes(EnginePackets.message(bytes)));
    return frames.toByteArray();
  }

  private static byte[] text(String type, String namespace, String id, String json) {
    return EnginePackets.message(
        type + place(namespace) + id, json.getBytes(StandardCharsets.UTF_8));
  }

  private static String place(String namespace) {
    return namespace.equals(SocketIoPacket.MAIN) ? "" : namespace + ",";
  }
}
