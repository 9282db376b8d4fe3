package im.parley.edge.socketio;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.json.JsonList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Reads one packet: {@code <type>[<attachments>-][<namespace>,][<id>][<JSON>]}. What it reads is
 * valid JSON, in which nothing was looked at but the list that it is and the name of the event.
 */
final class SocketIoReader {

  /** The most attachments of a packet. */
  static final int MAX_ATTACHMENTS = 10;

  /** The longest name of a namespace, in bytes. */
  static final int MAX_NAMESPACE = 128;

  /** The most arguments of an event. */
  private static final int MAX_ARGUMENTS = 64;

  /** So many digits make a number that is exact in every client. */
  private static final int MAX_ID_DIGITS = 15;

  /** Names that clients use among themselves; nobody may emit them. */
  private static final Set<String> RESERVED =
      Set.of(
          "connect",
          "connect_error",
          "disconnect",
          "disconnecting",
          "newListener",
          "removeListener");

  private static final byte[] NO_AUTH = {'{', '}'};
  private static final SocketIoPacket BROKEN = new SocketIoPacket.Broken();

  private final byte[] text;
  private int at;

  private SocketIoReader(byte[] text) {
    this.text = text;
  }

  /** Reads a packet; {@link SocketIoPacket.Broken} if it is none that a client may send. */
  static SocketIoPacket read(byte[] utf8) {
    try {
      return new SocketIoReader(utf8).packet();
    } catch (RefusedException _) {
      return BROKEN;
    }
  }

  private SocketIoPacket packet() {
    return switch (next()) {
      case '0' -> connect();
      case '1' -> disconnect();
      case '2' -> event();
      case '3' -> acknowledgement();
      case '5' -> withAttachments('2');
      case '6' -> withAttachments('3');
      default -> BROKEN;
    };
  }

  private SocketIoPacket connect() {
    String namespace = namespace();
    byte[] auth = at == text.length ? NO_AUTH : rest();
    return JsonList.isObject(auth) ? new SocketIoPacket.Connect(namespace, auth) : BROKEN;
  }

  private SocketIoPacket disconnect() {
    String namespace = namespace();
    return at == text.length ? new SocketIoPacket.Disconnect(namespace) : BROKEN;
  }

  private SocketIoPacket event() {
    String namespace = namespace();
    OptionalLong ack = id();
    List<byte[]> list = JsonList.elements(rest(), MAX_ARGUMENTS + 1);
    if (list.isEmpty()) {
      return BROKEN;
    }
    String name = JsonList.name(list.getFirst());
    if (RESERVED.contains(name)) {
      return BROKEN;
    }
    Arguments arguments = Arguments.of(list.subList(1, list.size()));
    return new SocketIoPacket.Emitted(namespace, new SocketIoEvent(name, arguments, ack));
  }

  private SocketIoPacket acknowledgement() {
    String namespace = namespace();
    OptionalLong id = id();
    Arguments arguments = Arguments.of(JsonList.elements(rest(), MAX_ARGUMENTS));
    return id.isPresent()
        ? new SocketIoPacket.Acknowledged(namespace, id.getAsLong(), arguments)
        : BROKEN;
  }

  private SocketIoPacket withAttachments(char plainType) {
    OptionalLong count = digits(2);
    if (count.isEmpty() || count.getAsLong() > MAX_ATTACHMENTS || next() != '-') {
      return BROKEN;
    }
    SocketIoPacket packet = plainType == '2' ? event() : acknowledgement();
    boolean whole = count.getAsLong() == 0 || packet.equals(BROKEN);
    return whole ? packet : new SocketIoPacket.Incomplete(packet, (int) count.getAsLong());
  }

  private int next() {
    return at < text.length ? text[at++] : -1;
  }

  private String namespace() {
    if (at == text.length || text[at] != '/') {
      return SocketIoPacket.MAIN;
    }
    int end = at;
    while (end < text.length && text[end] != ',') {
      end++;
    }
    String namespace = new String(text, at, end - at, StandardCharsets.ISO_8859_1);
    if (namespace.length() > MAX_NAMESPACE
        || !namespace.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw RefusedException.badField("namespace", "is visible ASCII, and not too long");
    }
    at = Math.min(end + 1, text.length);
    return namespace;
  }

  private OptionalLong id() {
    return digits(MAX_ID_DIGITS);
  }

  /** A number, if there is one that is not too long. */
  private OptionalLong digits(int most) {
    int end = at;
    long number = 0;
    while (end < text.length && text[end] >= '0' && text[end] <= '9' && end - at < most) {
      number = 10 * number + (text[end++] - '0');
    }
    boolean some = end > at;
    at = end;
    return some ? OptionalLong.of(number) : OptionalLong.empty();
  }

  private byte[] rest() {
    return Arrays.copyOfRange(text, at, text.length);
  }
}
