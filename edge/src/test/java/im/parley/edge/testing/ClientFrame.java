package im.parley.edge.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Frames as clients send them, right or wrong in every detail. */
@SuppressWarnings("ArrayRecordComponent") // turned into bytes at once
public record ClientFrame(int firstByte, boolean masked, byte[] length, byte[] payload) {

  public static final int CONTINUATION = 0;
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;
  public static final int FIN = 0x80;
  public static final int COMPRESSED = 0x40;

  private static final byte[] KEY = {0x12, (byte) 0xab, 0x34, (byte) 0xfe};

  /** A whole frame. */
  public static byte[] of(int opcode, byte[] payload) {
    return new ClientFrame(FIN | opcode, true, shortest(payload.length), payload).bytes();
  }

  public static byte[] text(String text) {
    return of(TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A text whose content is compressed already. */
  public static byte[] compressed(byte[] content) {
    return first(FIN | COMPRESSED | TEXT, content);
  }

  public static byte[] ping(String text) {
    return of(PING, text.getBytes(StandardCharsets.UTF_8));
  }

  public static byte[] close(int status) {
    return of(CLOSE, ByteBuffer.allocate(2).putShort((short) status).array());
  }

  /** A frame that others follow. */
  public static byte[] fragment(int opcode, byte[] payload) {
    return new ClientFrame(opcode, true, shortest(payload.length), payload).bytes();
  }

  /** A frame with this first byte. */
  public static byte[] first(int firstByte, byte[] payload) {
    return new ClientFrame(firstByte, true, shortest(payload.length), payload).bytes();
  }

  public static byte[] unmasked(int opcode, byte[] payload) {
    return new ClientFrame(FIN | opcode, false, shortest(payload.length), payload).bytes();
  }

  /** The header of a text frame that declares a length in eight bytes, and nothing after it. */
  public static byte[] headerDeclaring(long length) {
    byte[] form = ByteBuffer.allocate(9).put((byte) 127).putLong(length).array();
    return new ClientFrame(FIN | TEXT, true, form, new byte[0]).bytes();
  }

  /** A text frame whose length is in two bytes, however short it is. */
  public static byte[] lengthIn16(byte[] payload) {
    byte[] form = ByteBuffer.allocate(3).put((byte) 126).putShort((short) payload.length).array();
    return new ClientFrame(FIN | TEXT, true, form, payload).bytes();
  }

  /** A text frame whose length is in eight bytes, however short it is. */
  public static byte[] lengthIn64(byte[] payload) {
    byte[] form = ByteBuffer.allocate(9).put((byte) 127).putLong(payload.length).array();
    return new ClientFrame(FIN | TEXT, true, form, payload).bytes();
  }

  /** Several, one after the other. */
  public static byte[] join(byte[]... frames) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] frame : frames) {
      all.writeBytes(frame);
    }
    return all.toByteArray();
  }

  private static byte[] shortest(int length) {
    if (length < 126) {
      return new byte[] {(byte) length};
    }
    return length <= 0xffff
        ? ByteBuffer.allocate(3).put((byte) 126).putShort((short) length).array()
        : ByteBuffer.allocate(9).put((byte) 127).putLong(length).array();
  }

  private byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(firstByte);
    out.write(masked ? 0x80 | length[0] : length[0]);
    out.write(length, 1, length.length - 1);
    if (masked) {
      out.writeBytes(KEY);
    }
    for (int i = 0; i < payload.length; i++) {
      out.write(masked ? payload[i] ^ KEY[i & 3] : payload[i]);
    }
    return out.toByteArray();
  }
}
