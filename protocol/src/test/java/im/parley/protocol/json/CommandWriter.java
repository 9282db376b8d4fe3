package im.parley.protocol.json;

import im.parley.protocol.command.Command;
import java.nio.charset.StandardCharsets;

/** What a client does: writes commands. */
public final class CommandWriter {

  private CommandWriter() {}

  /** The command's {@code data}. */
  public static String data(Command<?> command) {
    return ParleyJson.JSONB.toJson(command);
  }

  /** The command as a text frame that is named 1. */
  public static String frame(Command<?> command) {
    return frame(command.type().name(), data(command));
  }

  /** A text frame that is named 1. */
  static String frame(String type, String data) {
    return "{\"id\":1,\"type\":\"" + type + "\",\"data\":" + data + "}";
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
