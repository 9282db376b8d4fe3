package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/** Parley's own protocol, version 1. */
public final class ParleyDialect implements Dialect {

  // Where {"type":"message.posted"… and {"id":7,"ok":… differ.
  private static final int FIRST_FIELD = 2;

  private static final int TYPE = 9;
  private static final int TYPE_WITHIN_FAMILY = 17;
  private static final int ID = 6;
  private static final String HELLO_ID = "1,";

  private static final int ROOM = "{'type':'message.posted','room':'".length();
  private static final int FROM_ROOM_TO_SEQ = "','seq':".length();

  /**
   * Where a message stands.
   *
   * @param room in which room
   * @param seq in which place there
   */
  record Place(String room, long seq) {}

  /** Where the message in this frame stands. */
  static Place place(ByteBuf in, int start, int length) {
    int from = start + ROOM;
    int to = in.indexOf(from, start + length, (byte) '"');
    long seq = 0;
    int at = to + FROM_ROOM_TO_SEQ;
    for (byte digit = in.getByte(at); digit != ','; digit = in.getByte(++at)) {
      seq = 10 * seq + digit - '0';
    }
    return new Place(in.toString(from, to - from, StandardCharsets.US_ASCII), seq);
  }

  @Override
  public String path() {
    return "/v1/connect";
  }

  @Override
  public String subprotocol() {
    return "parley.v1";
  }

  @Override
  public boolean clientSpeaksFirst() {
    return true;
  }

  @Override
  public Kind kind(ByteBuf in, int start, int length) {
    return switch (in.getByte(start + FIRST_FIELD)) {
      case 't' -> event(in, start);
      case 'i' -> reply(in, start, length);
      case 'e' -> Kind.REFUSED;
      default -> Kind.OTHER;
    };
  }

  private static Kind event(ByteBuf in, int start) {
    byte first = in.getByte(start + TYPE);
    if (first == 'm' && in.getByte(start + TYPE_WITHIN_FAMILY) == 'p') {
      return Kind.MESSAGE;
    }
    return first == 'r' && in.getByte(start + TYPE + "room.".length()) == 's'
        ? Kind.SYNCED
        : Kind.OTHER;
  }

  private static Kind reply(ByteBuf in, int start, int length) {
    int comma = in.indexOf(start + ID, start + length, (byte) ',');
    if (in.getByte(comma + 2) == 'e') {
      return Kind.REFUSED;
    }
    boolean hello = in.getByte(start + ID) == HELLO_ID.charAt(0) && comma == start + ID + 1;
    return hello ? Kind.READY : Kind.ACKNOWLEDGED;
  }

  @Override
  public String hello(Member member, Resume resume) {
    return "{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\""
        + member.token()
        + "\",\"client\":\"bench\",\"resume\":"
        + resume.json()
        + "}}";
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

  private static String command(long number, String type, String room, String fields) {
    // 1 is hello's.
    return "{\"id\":"
        + (number + 2)
        + ",\"type\":\""
        + type
        + "\",\"data\":{\"room\":\""
        + room
        + "\""
        + fields
        + "}}";
  }
}
