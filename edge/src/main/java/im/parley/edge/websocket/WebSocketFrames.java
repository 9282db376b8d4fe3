package im.parley.edge.websocket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/**
 * Frames from the server (RFC 6455, section 5.2): whole and unmasked, so that one encoding serves
 * every receiver.
 */
public final class WebSocketFrames {

  private static final int FIN = 0x80;
  private static final int LENGTH_IN_16 = 126;
  private static final int LENGTH_IN_64 = 127;

  /** The same for everyone; to be written as a duplicate. */
  private static final ByteBuf PING =
      Unpooled.unreleasableBuffer(
          Unpooled.directBuffer(2).writeByte(FIN | Opcode.PING.number()).writeByte(0).asReadOnly());

  private WebSocketFrames() {}

  /** A text frame. */
  public static byte[] text(byte[] utf8) {
    byte[] frame = new byte[headerLength(utf8.length) + utf8.length];
    header(Unpooled.wrappedBuffer(frame).clear(), Opcode.TEXT, utf8.length).writeBytes(utf8);
    return frame;
  }

  static ByteBuf ping() {
    return PING.duplicate();
  }

  static ByteBuf pong(ByteBufAllocator allocator, byte[] payload) {
    ByteBuf frame = allocator.directBuffer(2 + payload.length);
    return header(frame, Opcode.PONG, payload.length).writeBytes(payload);
  }

  /**
   * A close frame.
   *
   * @param reason at most 123 bytes of ASCII; left out when empty
   */
  static ByteBuf close(ByteBufAllocator allocator, int status, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.US_ASCII);
    ByteBuf frame = allocator.directBuffer(4 + words.length);
    return header(frame, Opcode.CLOSE, 2 + words.length).writeShort(status).writeBytes(words);
  }

  /** A close frame that gives no code. */
  static ByteBuf emptyClose(ByteBufAllocator allocator) {
    return header(allocator.directBuffer(2), Opcode.CLOSE, 0);
  }

  private static int headerLength(int payloadLength) {
    if (payloadLength < LENGTH_IN_16) {
      return 2;
    }
    return payloadLength <= 0xffff ? 4 : 10;
  }

  private static ByteBuf header(ByteBuf frame, Opcode opcode, int length) {
    frame.writeByte(FIN | opcode.number());
    if (length < LENGTH_IN_16) {
      return frame.writeByte(length);
    }
    return length <= 0xffff
        ? frame.writeByte(LENGTH_IN_16).writeShort(length)
        : frame.writeByte(LENGTH_IN_64).writeLong(length);
  }
}
