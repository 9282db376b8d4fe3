package im.parley.edge.socketio;

import java.util.List;

/**
 * What goes with an event or an acknowledgement.
 *
 * @param values each a JSON value; where bytes belong it has {@code {"_placeholder":true,"num":0}}
 * @param attachments those bytes, by their number; at most {@value SocketIoReader#MAX_ATTACHMENTS}
 */
public record Arguments(List<byte[]> values, List<byte[]> attachments) {

  public Arguments {
    values = List.copyOf(values);
    attachments = List.copyOf(attachments);
  }

  /** Values without bytes. */
  public static Arguments of(List<byte[]> values) {
    return new Arguments(values, List.of());
  }

  /** The same values, with these bytes. */
  Arguments with(List<byte[]> bytes) {
    return new Arguments(values, bytes);
  }
}
