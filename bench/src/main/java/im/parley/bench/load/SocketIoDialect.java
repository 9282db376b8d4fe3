package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** Socket.IO 5 over Engine.IO 4 on a WebSocket, with the events of the chat server beside us. */
public final class SocketIoDialect extends OverSocketIo {

  @Override
  Kind connected() {
    return Kind.READY;
  }

  @Override
  Kind event(ByteBuf in, int name) {
    return in.getByte(name) == 'm' ? Kind.MESSAGE : Kind.OTHER;
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
    return command(number, "send", room, ",\"key\":\"" + key + "\",\"text\":\"" + text + "\"");
  }

  @Override
  public String typing(long number, String room) {
    return "42[\"typing\",{\"room\":\"" + room + "\",\"active\":true}]";
  }

  @Override
  public String read(long number, String room, long seq) {
    return command(number, "read", room, ",\"seq\":" + seq);
  }
}
