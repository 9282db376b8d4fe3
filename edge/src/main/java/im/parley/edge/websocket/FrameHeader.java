package im.parley.edge.websocket;

import im.parley.edge.websocket.Incoming.Violation;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/**
 * The header of one frame from a client (RFC 6455, section 5.2), read byte by byte as it comes, and
 * refused as soon as a byte breaks a rule.
 */
final class FrameHeader {

  /** The longest payload of a control frame, in bytes. */
  static final int MAX_CONTROL_PAYLOAD = 125;

  private static final int LENGTH_IN_16 = 126;
  private static final int LENGTH_IN_64 = 127;

  /** What the next byte is. */
  private enum Part {
    OPCODE,
    LENGTH,
    LENGTH_16,
    LENGTH_64,
    MASK,
    NOTHING
  }

  private final Compression compression;
  private Part part = Part.OPCODE;
  private int left;
  private boolean fin;
  private boolean compressed;
  private Opcode opcode = Opcode.CONTINUATION;
  private long length;
  private int mask;

  /** Begins the first frame's. */
  FrameHeader(Compression compression) {
    this.compression = compression;
  }

  /** Reads what is missing, or what there is of it. */
  @Nullable Violation read(ByteBuf in) {
    Violation violation = null;
    while (part != Part.NOTHING && violation == null && in.isReadable()) {
      violation = take(in.readByte() & 0xff);
    }
    return violation;
  }

  private @Nullable Violation take(int b) {
    return switch (part) {
      case OPCODE -> opcode(b);
      case LENGTH -> length(b);
      case LENGTH_16, LENGTH_64 -> extendedLength(b);
      case MASK -> mask(b);
      case NOTHING -> throw new IllegalStateException("The header is whole");
    };
  }

  private @Nullable Violation opcode(int b) {
    Opcode known = Opcode.of(b & 0x0f);
    int reservedBits = b & 0x70;
    fin = (b & 0x80) != 0;
    if (known == null || (known.isControl() && !fin)) {
      return Violation.FRAME;
    }
    int allowed = known.beginsMessage() ? compression.reservedBits() : 0;
    if ((reservedBits & ~allowed) != 0) {
      return Violation.FRAME;
    }
    compressed = reservedBits != 0;
    opcode = known;
    part = Part.LENGTH;
    return null;
  }

  private @Nullable Violation length(int b) {
    boolean masked = (b & 0x80) != 0;
    length = b & 0x7f;
    if (!masked || (opcode.isControl() && length > MAX_CONTROL_PAYLOAD)) {
      return Violation.FRAME;
    }
    switch ((int) length) {
      case LENGTH_IN_16 -> expectLength(Part.LENGTH_16, 2);
      case LENGTH_IN_64 -> expectLength(Part.LENGTH_64, 8);
      default -> expectMask();
    }
    return null;
  }

  private void expectLength(Part form, int bytes) {
    length = 0;
    part = form;
    left = bytes;
  }

  /** A length must be in the shortest form that holds it, and its first bit must not be set. */
  private @Nullable Violation extendedLength(int b) {
    length = length << 8 | b;
    if (--left > 0) {
      return null;
    }
    long shortest = part == Part.LENGTH_16 ? LENGTH_IN_16 : 0x1_0000;
    if (length < shortest) {
      return Violation.FRAME;
    }
    expectMask();
    return null;
  }

  private void expectMask() {
    part = Part.MASK;
    left = 4;
  }

  private @Nullable Violation mask(int b) {
    mask = mask << 8 | b;
    if (--left == 0) {
      part = Part.NOTHING;
    }
    return null;
  }

  /** Whether every byte of the header is here. */
  boolean isWhole() {
    return part == Part.NOTHING;
  }

  /** Whether none is. */
  boolean isEmpty() {
    return part == Part.OPCODE;
  }

  /** Begins the next frame's. */
  void reset() {
    part = Part.OPCODE;
  }

  /** Whether the frame is the last of its message. */
  boolean fin() {
    return fin;
  }

  /** Whether the frame begins a message whose content is compressed. */
  boolean compressed() {
    return compressed;
  }

  Opcode opcode() {
    return opcode;
  }

  /** How long the payload is, in bytes; not negative. */
  long length() {
    return length;
  }

  /** The masking key, its first byte the highest. */
  int mask() {
    return mask;
  }
}
