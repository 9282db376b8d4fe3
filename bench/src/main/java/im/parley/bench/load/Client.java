package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One member's connection. Confined to the fleet's event loop. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
public final class Client extends ChannelInboundHandlerAdapter implements FrameScanner.Listener {

  private static final ByteBuf END_OF_HEAD =
      Unpooled.unreleasableBuffer(Unpooled.copiedBuffer("\r\n\r\n", StandardCharsets.US_ASCII));
  private static final String SWITCHED = "HTTP/1.1 101";

  private final Fleet fleet;
  private final Member member;
  private final Resume resume;
  private final FrameScanner scanner = new FrameScanner();
  private @Nullable Channel channel;
  private boolean upgraded;
  private boolean ready;
  private boolean endExpected;

  Client(Fleet fleet, Member member, Resume resume) {
    this.fleet = fleet;
    this.member = member;
    this.resume = resume;
  }

  /** Who it is. */
  public Member member() {
    return member;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    channel = ctx.channel();
    ctx.writeAndFlush(ClientFrames.upgrade(ctx.alloc(), fleet.dialect()));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object bytes) {
    ByteBuf in = (ByteBuf) bytes;
    if (upgraded) {
      scanner.scan(in, this);
    } else {
      readHead(ctx, in);
    }
  }

  private void readHead(ChannelHandlerContext ctx, ByteBuf in) {
    int end = ByteBufUtil.indexOf(END_OF_HEAD, in);
    String head =
        in.readCharSequence(
                end < 0 ? in.readableBytes() : end - in.readerIndex(), StandardCharsets.US_ASCII)
            .toString();
    if (end < 0 || !head.startsWith(SWITCHED)) {
      in.release();
      fleet.failed("The server did not open a WebSocket: " + head.lines().findFirst().orElse(""));
      ctx.close();
      return;
    }
    in.skipBytes(END_OF_HEAD.readableBytes());
    upgraded = true;
    if (fleet.dialect().clientSpeaksFirst()) {
      introduce();
    }
    scanner.scan(in, this);
  }

  private void introduce() {
    String hello = fleet.dialect().hello(member, resume);
    if (hello.isEmpty()) {
      becomeReady("");
    } else {
      send(hello);
    }
  }

  private void becomeReady(String welcome) {
    ready = true;
    fleet.ready(this, welcome);
  }

  @Override
  public void frame(int opcode, ByteBuf in, int start, int length) {
    switch (opcode) {
      case ClientFrames.TEXT -> text(in, start, length);
      case ClientFrames.PING -> answerPing(in, start, length);
      case ClientFrames.CLOSE -> fleet.sentAway(length < 2 ? 1005 : in.getUnsignedShort(start));
      default -> {}
    }
  }

  private void answerPing(ByteBuf in, int start, int length) {
    Channel open = open();
    byte[] payload = new byte[length];
    in.getBytes(start, payload);
    open.writeAndFlush(ClientFrames.pong(open.alloc(), payload), open.voidPromise());
  }

  private void text(ByteBuf in, int start, int length) {
    switch (fleet.dialect().kind(in, start, length)) {
      case MESSAGE -> fleet.delivered(this, in, start, length);
      case ACKNOWLEDGED -> fleet.work().acknowledged(this);
      case SYNCED -> fleet.work().synced(this);
      case READY -> becomeReady(in.toString(start, length, StandardCharsets.UTF_8));
      case WELCOME -> introduce();
      case PING -> send(fleet.dialect().pong());
      case REFUSED -> fleet.failed(in.toString(start, length, StandardCharsets.UTF_8));
      case OTHER -> {}
    }
  }

  /** Sends a text, now. */
  public void send(String text) {
    Channel open = open();
    open.writeAndFlush(ClientFrames.text(open.alloc(), text), open.voidPromise());
  }

  /** Breaks the connection off, as a lost network does: the server gets a reset and no word. */
  void cut() {
    expectEnd();
    Channel open = open();
    open.config().setOption(ChannelOption.SO_LINGER, 0);
    open.close();
  }

  /** Its connection is about to end, and that is no failure. */
  void expectEnd() {
    endExpected = true;
  }

  /** Whether it was in. */
  boolean wasReady() {
    return ready;
  }

  /** Whether its connection was to end. */
  boolean isEndExpected() {
    return endExpected;
  }

  private Channel open() {
    if (channel == null) {
      throw new IllegalStateException("Not connected yet");
    }
    return channel;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    fleet.work().turnEnded();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    scanner.close();
    fleet.closed(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!endExpected) {
      fleet.failed(String.valueOf(cause));
    }
    ctx.close();
  }
}
