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
  private static final int COMPRESSED = 0x40;
  private static final int LENGTH_IN_16 = 126;
  private static final int LENGTH_IN_64 = 127;

  /** The same for everyone; to be written as a duplicate. */
  private static final ByteBuf PING =
      Unpooled.unreleasableBuffer(
          Unpooled.directBuffer(2).writeByte(FIN | Opcode.PING.number()).writeByte(0).asReadOnly());

  private WebSocketFrames() {}

  /** A text frame. */
  public static byte[] text(byte[] utf8) {
    return message(FIN | Opcode.TEXT.number(), utf8, utf8.length);
  }

  /** A binary frame. */
  public static byte[] binary(byte[] content) {
    return message(FIN | Opcode.BINARY.number(), content, content.length);
  }

  /** A text frame whose content is compressed: the first bytes of this (RFC 7692, section 6). */
  static byte[] compressedText(byte[] content, int length) {
    return message(FIN | COMPRESSED | Opcode.TEXT.number(), content, length);
  }

  private static byte[] message(int firstByte, byte[] content, int length) {
    int headerLength = headerLength(length);
    byte[] frame = new byte[headerLength + length];
    frame[0] = (byte) firstByte;
    frame[1] =
        switch (headerLength) {
          case 2 -> (byte) length;
          case 4 -> LENGTH_IN_16;
          default -> LENGTH_IN_64;
        };
    for (int at = headerLength - 1, left = length; at > 1; at--, left >>>= Byte.SIZE) {
      frame[at] = (byte) left;
    }
    System.arraycopy(content, 0, frame, headerLength, length);
    return frame;
  }

  private static int headerLength(int contentLength) {
    if (contentLength < LENGTH_IN_16) {
      return 2;
    }
    return contentLength <= 0xffff ? 4 : 10;
  }

  static ByteBuf ping() {
    return PING.duplicate();
  }

  static ByteBuf pong(ByteBufAllocator allocator, byte[] payload) {
    ByteBuf frame = allocator.directBuffer(2 + payload.length);
    return control(frame, Opcode.PONG, payload.length).writeBytes(payload);
  }

  /**
   * A close frame.
   *
   * @param reason at most 123 bytes of ASCII; left out when empty
   */
  static ByteBuf close(ByteBufAllocator allocator, int status, String reason) {
    byte[] words = reason.getBytes(StandardCharsets.US_ASCII);
    ByteBuf frame = allocator.directBuffer(4 + words.length);
    return control(frame, Opcode.CLOSE, 2 + words.length).writeShort(status).writeBytes(words);
  }

  /** A close frame that gives no code. */
  static ByteBuf emptyClose(ByteBufAllocator allocator) {
    return control(allocator.directBuffer(2), Opcode.CLOSE, 0);
  }

  /** Begins a control frame, which is never longer than 125 bytes. */
  private static ByteBuf control(ByteBuf frame, Opcode opcode, int length) {
    return frame.writeByte(FIN | opcode.number()).writeByte(length);
  }
}
