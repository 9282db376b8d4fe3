package im.parley.edge.websocket;

import im.parley.edge.websocket.Incoming.Violation;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames and puts messages together (RFC 6455, section 5.4). What is too large is refused by
 * the frame's header, before any of its payload is kept. A decoder is made when bytes arrive and
 * dropped when nothing is unfinished, so that an idle connection has none.
 */
final class WebSocketFrameDecoder {

  /** The most frames that one message may come in. */
  static final int MAX_FRAGMENTS = 256;

  private static final byte[] NOTHING = {};

  private final int maxMessage;
  private final WebSocketTerms.Content content;
  private final FrameHeader header;
  private int done; // bytes of the frame's payload that are here
  private byte[] control = NOTHING;
  private byte[] message = NOTHING;
  private int received; // bytes of the message that are here
  private int fragments;
  private boolean compressed;
  private boolean binary;
  private int utf8 = Utf8.COMPLETE;

  /**
   * Creates a decoder at the beginning of a frame.
   *
   * @param maxMessage the longest message, in bytes
   * @param content what messages may hold
   * @param compression what was agreed on
   */
  WebSocketFrameDecoder(int maxMessage, WebSocketTerms.Content content, Compression compression) {
    this.maxMessage = maxMessage;
    this.content = content;
    this.header = new FrameHeader(compression);
  }

  /** Whether nothing is unfinished: a new decoder would do as well. */
  boolean isIdle() {
    return header.isEmpty() && fragments == 0;
  }

  /**
   * Reads on until something is whole.
   *
   * @return what it is, or null when the bytes are used up. After {@link Incoming.Close} or {@link
   *     Incoming.Broken} this must not be called again
   */
  @Nullable Incoming next(ByteBuf in) {
    do {
      if (!header.isWhole()) {
        Violation violation = header(in);
        if (violation != null) {
          return new Incoming.Broken(violation);
        }
        if (!header.isWhole()) {
          return null;
        }
      }
      Incoming finished = header.opcode().isControl() ? control(in) : data(in);
      if (finished != null) {
        return finished;
      }
    } while (!header.isWhole());
    return null;
  }

  private @Nullable Violation header(ByteBuf in) {
    Violation violation = header.read(in);
    if (violation != null || !header.isWhole()) {
      return violation;
    }
    done = 0;
    if (header.opcode().isControl()) {
      control = new byte[(int) header.length()];
      return null;
    }
    return beginData();
  }

  private @Nullable Violation beginData() {
    boolean continues = header.opcode() == Opcode.CONTINUATION;
    if (continues != fragments > 0) {
      return Violation.FRAME;
    }
    if (header.opcode() == Opcode.BINARY && content == WebSocketTerms.Content.TEXT) {
      return Violation.NOT_TEXT;
    }
    if (!continues) {
      compressed = header.compressed();
      binary = header.opcode() == Opcode.BINARY;
    }
    fragments++;
    boolean fits = header.length() <= maxMessage - received && fragments <= MAX_FRAGMENTS;
    return fits ? null : Violation.TOO_LARGE;
  }

  private @Nullable Incoming control(ByteBuf in) {
    read(in, control, done);
    if (done < control.length) {
      return null;
    }
    header.reset();
    byte[] payload = control;
    control = NOTHING;
    return switch (header.opcode()) {
      case PING -> new Incoming.Ping(payload);
      case PONG -> new Incoming.Pong();
      case CLOSE -> ClosePayload.read(payload);
      case CONTINUATION, TEXT, BINARY -> throw new IllegalStateException("Not a control frame");
    };
  }

  private @Nullable Incoming data(ByteBuf in) {
    int length = (int) header.length();
    int arriving = Math.min(length - done, in.readableBytes());
    makeRoom(arriving, received + length - done);
    read(in, message, received);
    if (!compressed && !binary) {
      utf8 = Utf8.check(utf8, message, received, received + arriving);
    }
    received += arriving;
    boolean frameIsWhole = done == length;
    boolean messageIsWhole = frameIsWhole && header.fin();
    if (frameIsWhole) {
      header.reset();
    }
    if (utf8 == Utf8.INVALID || (messageIsWhole && utf8 != Utf8.COMPLETE)) {
      return new Incoming.Broken(Violation.NOT_UTF8);
    }
    return messageIsWhole ? wholeMessage() : null;
  }

  /** Memory grows with what has arrived, never with what a header declares. */
  private void makeRoom(int arriving, int expected) {
    int needed = received + arriving;
    if (needed > message.length) {
      int roomy = Math.min(expected, Math.max(needed, 2 * message.length));
      message = Arrays.copyOf(message, roomy);
    }
  }

  private Incoming wholeMessage() {
    byte[] whole = received == message.length ? message : Arrays.copyOf(message, received);
    message = NOTHING;
    received = 0;
    fragments = 0;
    if (binary) {
      return new Incoming.Binary(whole);
    }
    return compressed ? new Incoming.Compressed(whole) : new Incoming.Text(whole);
  }

  /** Takes what there is of the frame's payload, unmasked. */
  private void read(ByteBuf in, byte[] target, int at) {
    int length = Math.min((int) header.length() - done, in.readableBytes());
    in.readBytes(target, at, length);
    Mask.remove(header.mask(), done, target, at, at + length);
    done += length;
  }
}
