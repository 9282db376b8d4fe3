package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** What clients send (RFC 6455, sections 4.1 and 5.3): masked frames, and before them a request. */
final class ClientFrames {

  static final int TEXT = 1;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  /** Any mask will do here: no proxy stands between. */
  private static final int MASK = 0x5A17C3E9;

  private static final int FIN_AND = 0x80;
  private static final int MASKED_AND = 0x80;

  private ClientFrames() {}

  /** The request that turns the connection into a WebSocket. */
  static ByteBuf upgrade(ByteBufAllocator allocator, Dialect dialect) {
    String protocol =
        dialect.subprotocol().isEmpty()
            ? ""
            : "Sec-WebSocket-Protocol: " + dialect.subprotocol() + "\r\n";
    String request =
        "GET "
            + dialect.path()
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
            + protocol
            + "\r\n";
    byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
    return allocator.directBuffer(bytes.length).writeBytes(bytes);
  }

  static ByteBuf text(ByteBufAllocator allocator, String text) {
    return frame(allocator, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static ByteBuf pong(ByteBufAllocator allocator, byte[] payload) {
    return frame(allocator, PONG, payload);
  }

  private static ByteBuf frame(ByteBufAllocator allocator, int opcode, byte[] payload) {
    ByteBuf frame = allocator.directBuffer(payload.length + 8);
    frame.writeByte(FIN_AND | opcode);
    if (payload.length < 126) {
      frame.writeByte(MASKED_AND | payload.length);
    } else {
      frame.writeByte(MASKED_AND | 126).writeShort(payload.length);
    }
    frame.writeInt(MASK);
    for (int i = 0; i < payload.length; i++) {
      frame.writeByte(payload[i] ^ (MASK >>> (24 - 8 * (i & 3))));
    }
    return frame;
  }
}
