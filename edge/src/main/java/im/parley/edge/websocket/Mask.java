package im.parley.edge.websocket;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The masking of what clients send (RFC 6455, section 5.3), eight bytes at a time. */
final class Mask {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private Mask() {}

  /**
   * Unmasks bytes where they are.
   *
   * @param mask the key, its first byte the highest
   * @param offset how many bytes of the frame's payload come before them
   */
  static void remove(int mask, int offset, byte[] bytes, int from, int to) {
    int turned = Integer.rotateLeft(mask, (offset & 3) * 8);
    long twice = (turned & 0xffff_ffffL) << 32 | (turned & 0xffff_ffffL);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      LONGS.set(bytes, at, (long) LONGS.get(bytes, at) ^ twice);
    }
    for (int shift = 24; at < to; at++) {
      bytes[at] ^= (byte) (turned >>> shift);
      shift = shift == 0 ? 24 : shift - 8;
    }
  }
}
