package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** Parley as clients of Socket.IO see it, on a WebSocket. */
public final class ParleySocketIoDialect extends OverSocketIo {

  private static final int WITHIN_MESSAGE = "message.".length();
  private static final int WITHIN_ROOM = "room.".length();

  /** Who it is, the server says in {@code hello}. */
  @Override
  Kind connected() {
    return Kind.OTHER;
  }

  /** By where message.posted, room.synced, hello and command.refused differ. */
  @Override
  Kind event(ByteBuf in, int name) {
    return switch (in.getByte(name)) {
      case 'm' -> in.getByte(name + WITHIN_MESSAGE) == 'p' ? Kind.MESSAGE : Kind.OTHER;
      case 'r' -> in.getByte(name + WITHIN_ROOM) == 's' ? Kind.SYNCED : Kind.OTHER;
      case 'h' -> Kind.READY;
      case 'c' -> Kind.REFUSED;
      default -> Kind.OTHER;
    };
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
}
