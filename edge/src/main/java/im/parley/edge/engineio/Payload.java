package im.parley.edge.engineio;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Several packets in one HTTP body, with a separator between them. */
final class Payload {

  private static final byte SEPARATOR = 0x1e;
  private static final int BINARY_OPCODE = 2;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** The packets of a client's body, as far as they are whole: the first broken one is the last. */
  static List<Packet> read(byte[] body) {
    List<Packet> packets = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= body.length; at++) {
      if (at == body.length || body[at] == SEPARATOR) {
        Packet packet = Packet.ofPart(Arrays.copyOfRange(body, start, at));
        packets.add(packet);
        if (packet instanceof Packet.Broken) {
          return packets;
        }
        start = at + 1;
      }
    }
    return packets;
  }

  /** Adds whole WebSocket frames of ours: their content, with bytes as base64. */
  Payload addFrames(ByteBuf frames) {
    while (frames.isReadable()) {
      boolean binary = (frames.readByte() & 0x0f) == BINARY_OPCODE;
      byte[] content = new byte[length(frames)];
      frames.readBytes(content);
      add(binary ? base64(content) : content);
    }
    return this;
  }

  private static int length(ByteBuf frames) {
    int length = frames.readUnsignedByte();
    return switch (length) {
      case 126 -> frames.readUnsignedShort();
      case 127 -> Math.toIntExact(frames.readLong());
      default -> length;
    };
  }

  private static byte[] base64(byte[] content) {
    byte[] encoded = Base64.getEncoder().encode(content);
    byte[] packet = new byte[encoded.length + 1];
    packet[0] = 'b';
    System.arraycopy(encoded, 0, packet, 1, encoded.length);
    return packet;
  }

  /** Adds one packet that is text. */
  Payload add(byte[] packet) {
    if (body.size() > 0) {
      body.write(SEPARATOR);
    }
    body.writeBytes(packet);
    return this;
  }

  byte[] bytes() {
    return body.toByteArray();
  }
}
