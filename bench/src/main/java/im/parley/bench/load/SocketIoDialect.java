package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** Socket.IO 5 over Engine.IO 4 on a WebSocket, with the events of the chat server beside us. */
public final class SocketIoDialect implements Dialect {

  private static final int EVENT_NAME = 4;

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
      case '0' -> Kind.READY;
      case '2' -> in.getByte(start + EVENT_NAME) == 'm' ? Kind.MESSAGE : Kind.OTHER;
      case '3' -> acknowledgement(in, start, length);
      case '4' -> Kind.REFUSED;
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
    String rooms = "\"" + String.join("\",\"", member.rooms()) + "\"";
    return "40{\"user\":\""
        + member.user()
        + "\",\"rooms\":["
        + rooms
        + "],\"resume\":"
        + resume.json()
        + "}";
  }

  @Override
  public String message(long number, String room, String key, String text) {
    return "42"
        + number
        + "[\"send\",{\"room\":\""
        + room
        + "\",\"key\":\""
        + key
        + "\",\"text\":\""
        + text
        + "\"}]";
  }

  @Override
  public String typing(long number, String room) {
    return "42[\"typing\",{\"room\":\"" + room + "\",\"active\":true}]";
  }

  @Override
  public String read(long number, String room, long seq) {
    return "42" + number + "[\"read\",{\"room\":\"" + room + "\",\"seq\":" + seq + "}]";
  }

  @Override
  public String pong() {
    return "3";
  }
}
