package im.parley.edge.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ByteProcessor;
import java.util.List;

/**
 * Netty's decoder, and what it lets pass: it refuses folded header lines and control characters in
 * the request line (RFC 9112, sections 3 and 5.2), and it stops between requests until the one
 * before has been answered. While it is stopped, at most one read's bytes wait in it.
 */
final class RequestDecoder extends HttpRequestDecoder {

  /** The longest request line, in bytes; one more is 414. */
  static final int MAX_REQUEST_LINE = 4096;

  /** The longest header section, in bytes; one more is 431. */
  static final int MAX_HEADERS = 8192;

  /** The longest piece of a body that is handed on at once, in bytes. */
  private static final int MAX_PIECE = 64 * 1024;

  private static final byte CR = '\r';
  private static final byte LF = '\n';

  // Each finds the first byte that it is not named after; bytes over 0x7f are not looked at here.
  private static final ByteProcessor TEXT = b -> (b < 0 || b >= ' ') && b != 0x7f;
  private static final ByteProcessor TEXT_AND_TABS = b -> b == '\t' || TEXT.process(b);

  private boolean inHead = true;
  private boolean begun; // some of the head is here
  private boolean inRequestLine = true;
  private boolean held;
  private boolean decoding;

  RequestDecoder() {
    super(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(MAX_REQUEST_LINE)
            .setMaxHeaderSize(MAX_HEADERS)
            .setMaxChunkSize(MAX_PIECE)
            .setStrictLineParsing(true)
            .setUseRfc9112TransferEncoding(true)
            .setAllowDuplicateContentLengths(false));
  }

  /** Whether the first bytes of a request are here, and its head is not whole yet. */
  boolean hasBegunHead() {
    return inHead && begun;
  }

  /** Decodes nothing more until {@link #resume}. */
  void hold() {
    held = true;
  }

  /** Goes on with what has arrived meanwhile. */
  void resume(ChannelHandlerContext ctx) throws Exception {
    held = false;
    if (!decoding) {
      channelRead(ctx, Unpooled.EMPTY_BUFFER);
    }
    if (!held) {
      ctx.channel().config().setAutoRead(true);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
    if (held) {
      ctx.channel().config().setAutoRead(false);
    }
    decoding = true;
    try {
      super.channelRead(ctx, bytes);
    } finally {
      decoding = false;
    }
  }

  /** While this is stopped nothing is asked for: Netty's own would read on for a whole message. */
  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    if (held) {
      ctx.fireChannelReadComplete();
    } else {
      super.channelReadComplete(ctx);
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    if (held || (inHead && !begin(in))) {
      return;
    }
    if (inHead && isMalformed(in)) {
      refuse(in, out);
      return;
    }
    int before = in.readerIndex();
    super.decode(ctx, in, out);
    inRequestLine &= in.readerIndex() == before;
    for (Object message : out) {
      note(message);
    }
  }

  /** Skips the empty lines that may come before a request (RFC 9112, section 2.2). */
  private boolean begin(ByteBuf in) {
    while (!begun && in.readableBytes() >= 2 && isLineEnd(in, in.readerIndex())) {
      in.skipBytes(2);
    }
    boolean loneCr = in.readableBytes() == 1 && in.getByte(in.readerIndex()) == CR;
    if (!begun && in.isReadable() && !loneCr) {
      begun = true;
    }
    return begun && in.isReadable();
  }

  private static boolean isLineEnd(ByteBuf in, int at) {
    return in.getByte(at) == CR && in.getByte(at + 1) == LF;
  }

  /** Looks at every line of the head that is here; Netty takes whole lines, so one begins here. */
  private boolean isMalformed(ByteBuf in) {
    int line = in.readerIndex();
    boolean tabsAllowed = !inRequestLine;
    while (line < in.writerIndex()) {
      byte first = in.getByte(line);
      if (first == ' ' || first == '\t') {
        return true;
      }
      if (first == CR || first == LF) {
        return false;
      }
      int end = in.indexOf(line, in.writerIndex(), LF);
      if (hasControl(in, line, end < 0 ? in.writerIndex() : end, tabsAllowed)) {
        return true;
      }
      tabsAllowed = true;
      line = end < 0 ? in.writerIndex() : end + 1;
    }
    return false;
  }

  /** Control characters, but not the carriage return that ends the line. */
  private static boolean hasControl(ByteBuf in, int from, int to, boolean tabsAllowed) {
    int end = in.getByte(to - 1) == CR ? to - 1 : to;
    return in.forEachByte(from, end - from, tabsAllowed ? TEXT_AND_TABS : TEXT) >= 0;
  }

  private void refuse(ByteBuf in, List<Object> out) {
    in.skipBytes(in.readableBytes());
    HttpMessage invalid = createInvalidMessage();
    invalid.setDecoderResult(
        DecoderResult.failure(new IllegalArgumentException("A line of the head is malformed")));
    out.add(invalid);
  }

  private void note(Object message) {
    if (message instanceof HttpRequest) {
      inHead = false;
    }
    if (message instanceof LastHttpContent) {
      inHead = true;
      begun = false;
      inRequestLine = true;
    }
  }
}
