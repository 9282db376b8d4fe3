package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** Parley as clients of Socket.IO see it, on a WebSocket. */
public final class ParleySocketIoDialect implements Dialect {

  // Where 42["message.posted"…, 42["room.synced"… and 42["hello"… differ.
  private static final int NAME = 4;
  private static final int WITHIN_MESSAGE = NAME + "message.".length();
  private static final int WITHIN_ROOM = NAME + "room.".length();

  @Override
  public String path() {
    return "/socket.io/?EIO=4&transport=websocket";
  }

  @Override
  public String subprotocol() {
    return "";
  }

  @Override
  public boolean clientSpeaksFirst() {
    return false;
  }

  @Override
  public Kind kind(ByteBuf in, int start, int length) {
    return switch (in.getByte(start)) {
      case '0' -> Kind.WELCOME;
      case '2' -> Kind.PING;
      case '4' -> packet(in, start, length);
      default -> Kind.OTHER;
    };
  }

  private static Kind packet(ByteBuf in, int start, int length) {
    return switch (in.getByte(start + 1)) {
      case '2' -> event(in, start);
      case '3' -> acknowledgement(in, start, length);
      case '4' -> Kind.REFUSED;
      default -> Kind.OTHER;
    };
  }

  private static Kind event(ByteBuf in, int start) {
    return switch (in.getByte(start + NAME)) {
      case 'm' -> in.getByte(start + WITHIN_MESSAGE) == 'p' ? Kind.MESSAGE : Kind.OTHER;
      case 'r' -> in.getByte(start + WITHIN_ROOM) == 's' ? Kind.SYNCED : Kind.OTHER;
      case 'h' -> Kind.READY;
      case 'c' -> Kind.REFUSED;
      default -> Kind.OTHER;
    };
  }

  /** {@code 4317[{"ok":…}]} or {@code 4317[{"error":…}]}. */
  private static Kind acknowledgement(ByteBuf in, int start, int length) {
    int bracket = in.indexOf(start, start + length, (byte) '[');
    return in.getByte(bracket + 3) == 'e' ? Kind.REFUSED : Kind.ACKNOWLEDGED;
  }

  @Override
  public String hello(Member member, Resume resume) {
    return "40{\"token\":\""
        + member.token()
        + "\",\"client\":\"bench\",\"resume\":"
        + resume.json()
        + "}";
  }

  @Override
  public String message(long number, String room, String key, String text) {
    return command(
        number, "message.send", room, ",\"key\":\"" + key + "\",\"text\":\"" + text + "\"");
  }

  @Override
  public String typing(long number, String room) {
    return command(number, "typing", room, ",\"active\":true");
  }

  @Override
  public String read(long number, String room, long seq) {
    return command(number, "read.mark", room, ",\"seq\":" + seq);
  }

  private static String command(long number, String name, String room, String fields) {
    return "42" + number + "[\"" + name + "\",{\"room\":\"" + room + "\"" + fields + "}]";
  }

  @Override
  public String pong() {
    return "3";
  }
}
