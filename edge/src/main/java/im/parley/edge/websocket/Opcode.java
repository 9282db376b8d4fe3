package im.parley.edge.websocket;

import org.jspecify.annotations.Nullable;

/** What a frame is for (RFC 6455, section 5.2). */
enum Opcode {
  CONTINUATION(0x0),
  TEXT(0x1),
  BINARY(0x2),
  CLOSE(0x8),
  PING(0x9),
  PONG(0xa);

  private final int number;

  Opcode(int number) {
    this.number = number;
  }

  /** The opcode of this number, or null if it is reserved. */
  static @Nullable Opcode of(int number) {
    return switch (number) {
      case 0x0 -> CONTINUATION;
      case 0x1 -> TEXT;
      case 0x2 -> BINARY;
      case 0x8 -> CLOSE;
      case 0x9 -> PING;
      case 0xa -> PONG;
      default -> null;
    };
  }

  int number() {
    return number;
  }

  /** Whether a frame of this kind is the first of a message. */
  boolean beginsMessage() {
    return this == TEXT || this == BINARY;
  }

  /** Whether frames of this kind stand for themselves, also between those of a message. */
  boolean isControl() {
    return number >= 0x8;
  }
}
