package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Finds the frames in what a server sends (RFC 6455, section 5.2): whole, unmasked, unfragmented.
 * What is incomplete is kept until the rest comes.
 */
final class FrameScanner {

  private static final int LENGTH_IN_16 = 126;
  private static final int LENGTH_IN_64 = 127;
  private static final int MASKED = 0x80;

  private ByteBuf rest = Unpooled.EMPTY_BUFFER;

  /** Hears each frame. */
  interface Listener {

    /** A frame of this opcode; its payload stands in the buffer and is only good for this call. */
    void frame(int opcode, ByteBuf in, int start, int length);
  }

  /** Takes what has arrived, and releases it. */
  void scan(ByteBuf arrived, Listener listener) {
    ByteBuf in = arrived;
    if (rest.isReadable()) {
      in = arrived.alloc().directBuffer(rest.readableBytes() + arrived.readableBytes());
      in.writeBytes(rest).writeBytes(arrived);
      arrived.release();
    }
    rest.release();
    rest = Unpooled.EMPTY_BUFFER;
    while (scanFrame(in, listener)) {}
    if (in.isReadable()) {
      rest = in.alloc().directBuffer(in.readableBytes()).writeBytes(in);
    }
    in.release();
  }

  private static boolean scanFrame(ByteBuf in, Listener listener) {
    int readable = in.readableBytes();
    if (readable < 2) {
      return false;
    }
    int at = in.readerIndex();
    int second = in.getByte(at + 1) & 0xff;
    if (second >= MASKED) {
      throw new IllegalStateException("A server must not mask");
    }
    int header = second < LENGTH_IN_16 ? 2 : second == LENGTH_IN_16 ? 4 : 10;
    if (readable < header) {
      return false;
    }
    long length =
        switch (second) {
          case LENGTH_IN_16 -> in.getUnsignedShort(at + 2);
          case LENGTH_IN_64 -> in.getLong(at + 2);
          default -> second;
        };
    if (readable < header + length) {
      return false;
    }
    listener.frame(in.getByte(at) & 0x0f, in, at + header, (int) length);
    in.readerIndex(at + header + (int) length);
    return true;
  }

  /** Lets go of what is incomplete. */
  void close() {
    rest.release();
    rest = Unpooled.EMPTY_BUFFER;
  }
}
