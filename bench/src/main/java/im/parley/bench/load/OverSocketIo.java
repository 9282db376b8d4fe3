package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** What servers of Socket.IO 5 over Engine.IO 4 on a WebSocket have in common. */
abstract sealed class OverSocketIo implements Dialect
    permits ParleySocketIoDialect, SocketIoDialect {

  /** Where the name of an event begins, as in {@code 42["message.posted",…]}. */
  private static final int NAME = 4;

  @Override
  public final String path() {
    return "/socket.io/?EIO=4&transport=websocket";
  }

  @Override
  public final String subprotocol() {
    return "";
  }

  @Override
  public final boolean clientSpeaksFirst() {
    return false;
  }

  @Override
  public final Kind kind(ByteBuf in, int start, int length) {
    return switch (in.getByte(start)) {
      case '0' -> Kind.WELCOME;
      case '2' -> Kind.PING;
      case '4' -> packet(in, start, length);
      default -> Kind.OTHER;
    };
  }

  private Kind packet(ByteBuf in, int start, int length) {
    return switch (in.getByte(start + 1)) {
      case '0' -> connected();
      case '2' -> event(in, start + NAME);
      case '3' -> acknowledgement(in, start, length);
      case '4' -> Kind.REFUSED;
      default -> Kind.OTHER;
    };
  }

  /** What it means that the client was let into the namespace. */
  abstract Kind connected();

  /** What an event means whose name begins here. */
  abstract Kind event(ByteBuf in, int name);

  /** {@code 4317[{"ok":…}]} or {@code 4317[{"error":…}]}. */
  private static Kind acknowledgement(ByteBuf in, int start, int length) {
    int bracket = in.indexOf(start, start + length, (byte) '[');
    return in.getByte(bracket + 3) == 'e' ? Kind.REFUSED : Kind.ACKNOWLEDGED;
  }

  /** A command about a room that is to be acknowledged. */
  static String command(long number, String name, String room, String fields) {
    return "42" + number + "[\"" + name + "\",{\"room\":\"" + room + "\"" + fields + "}]";
  }

  @Override
  public final String pong() {
    return "3";
  }
}
