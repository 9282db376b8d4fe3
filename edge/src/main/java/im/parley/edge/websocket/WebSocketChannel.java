package im.parley.edge.websocket;

import im.parley.edge.server.LingeringClose;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket: the only handler of its socket. It keeps nothing for an idle peer but where it
 * belongs and when the peer was heard. Confined to its event loop, except {@link #eventLoop},
 * {@link #address} and {@link #pendingBytes}.
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
public abstract class WebSocketChannel extends ChannelInboundHandlerAdapter {

  /** Pings and pongs that a peer may send in a second. */
  static final int MAX_CONTROL_FRAMES_A_SECOND = 100;

  /**
   * By how many bytes a peer's messages may grow in a second when they are inflated. Without it a
   * few bytes could be made to cost as much as the longest message, a thousand times as often.
   */
  static final int MAX_GROWTH_A_SECOND = 4 * 1024 * 1024;

  private static final Logger log = LoggerFactory.getLogger(WebSocketConnection.class);
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** How long a peer may take to close as well. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  /** How long a peer that is far behind may take to read why it is sent away. */
  private static final Duration SLOW_PATIENCE = Duration.ofSeconds(15);

  private final Channel channel;
  private final Compression compression;
  private @Nullable WebSocketFrameDecoder decoder;
  private long lastHeardNanos = System.nanoTime();
  private short controlFrames; // short: it saves a connection eight bytes
  private int growth;
  private boolean closing;

  /**
   * On a connection that has left HTTP.
   *
   * @param compression what was agreed on
   */
  protected WebSocketChannel(Channel channel, Compression compression) {
    this.channel = channel;
    this.compression = compression;
  }

  /** What holds for every WebSocket of its door. */
  protected abstract WebSocketTerms terms();

  /** It is open: called once, before anything is heard. */
  protected abstract void opened();

  /** A text message arrived: valid UTF-8 of at most the inbound limit. */
  protected abstract void text(byte[] utf8);

  /** A binary message arrived; only where the terms allow it. */
  protected abstract void binary(byte[] content);

  /** It has closed, for whatever reason: called once, after everything else. */
  protected abstract void closed();

  @Override
  public final void handlerAdded(ChannelHandlerContext ctx) {
    terms().meters().opened();
    opened();
  }

  @Override
  public final void channelRead(ChannelHandlerContext ctx, Object bytes) {
    ByteBuf in = (ByteBuf) bytes;
    try {
      heard();
      read(in);
    } finally {
      in.release();
    }
  }

  /** What a peer may do in a second is counted anew when another has begun. */
  private void heard() {
    long now = System.nanoTime();
    if (now / SECOND_NANOS != lastHeardNanos / SECOND_NANOS) {
      controlFrames = 0;
      growth = 0;
    }
    lastHeardNanos = now;
  }

  private void read(ByteBuf in) {
    WebSocketFrameDecoder frames =
        decoder == null
            ? new WebSocketFrameDecoder(terms().maxMessage(), terms().content(), compression)
            : decoder;
    while (!closing) {
      Incoming incoming = frames.next(in);
      if (incoming == null) {
        decoder = frames.isIdle() ? null : frames;
        return;
      }
      received(incoming);
    }
    decoder = null;
  }

  private void received(Incoming incoming) {
    switch (incoming) {
      case Incoming.Text(byte[] utf8) -> text(utf8);
      case Incoming.Binary(byte[] content) -> binary(content);
      case Incoming.Compressed(byte[] content) -> compressed(content);
      case Incoming.Ping(byte[] payload) -> ping(payload);
      case Incoming.Pong() -> countControlFrame();
      case Incoming.Close(int status) -> answerClose(status);
      case Incoming.Broken(Incoming.Violation violation) -> broken(violation);
    }
  }

  private void compressed(byte[] content) {
    Incoming inflated = MessageInflater.inflate(content, terms().maxMessage());
    if (inflated instanceof Incoming.Text(byte[] utf8)) {
      terms().meters().inflated(content.length, utf8.length);
      countGrowth(utf8.length - content.length);
    }
    if (!closing) {
      received(inflated);
    }
  }

  private void countGrowth(int bytes) {
    growth += Math.max(bytes, 0);
    if (growth > MAX_GROWTH_A_SECOND) {
      broken(Incoming.Violation.BOMBS);
    }
  }

  /** Answers, unless answers pile up already: a later ping will do (RFC 6455, section 5.5.3). */
  private void ping(byte[] payload) {
    countControlFrame();
    if (!closing && channel.isWritable()) {
      write(WebSocketFrames.pong(channel.alloc(), payload));
      flush();
    }
  }

  private void countControlFrame() {
    if (++controlFrames > MAX_CONTROL_FRAMES_A_SECOND) {
      broken(Incoming.Violation.FLOOD);
    }
  }

  private void answerClose(int status) {
    end(
        status == Incoming.Close.NO_STATUS
            ? WebSocketFrames.emptyClose(channel.alloc())
            : WebSocketFrames.close(channel.alloc(), status, ""));
  }

  private void broken(Incoming.Violation violation) {
    log.info("Closed a WebSocket from {}: {}", address(), violation);
    terms().meters().violated(violation);
    end(WebSocketFrames.close(channel.alloc(), violation.status(), violation.reason()));
  }

  /** Sends the close frame after what was queued, and lets the socket go. */
  private void end(ByteBuf closeFrame) {
    end(closeFrame, PATIENCE);
  }

  private void end(ByteBuf closeFrame, Duration patience) {
    closing = true;
    LingeringClose.after(channel.writeAndFlush(closeFrame), terms().sweeps(), patience);
  }

  /** The event loop that it lives on. */
  public final EventLoop eventLoop() {
    return channel.eventLoop();
  }

  /** The network address of the peer, without its port. */
  public final String address() {
    return channel.remoteAddress() instanceof InetSocketAddress peer
        ? peer.getAddress().getHostAddress()
        : "";
  }

  /** Queues whole frames and releases them; when it is closing it does nothing else with them. */
  public final void write(ByteBuf frames) {
    if (isOpen()) {
      channel.write(frames, channel.voidPromise());
    } else {
      frames.release();
    }
  }

  private boolean isOpen() {
    return !closing && channel.isActive();
  }

  /** Hands everything queued to the socket. */
  public final void flush() {
    channel.flush();
  }

  /** Queues frames and flushes; then runs the action, once the socket took them or has closed. */
  public final void writeThen(ByteBuf frames, Runnable taken) {
    if (isOpen()) {
      channel.writeAndFlush(frames).addListener(_ -> taken.run());
    } else {
      frames.release();
      channel.eventLoop().execute(taken);
    }
  }

  /** How many queued bytes the socket has not taken yet. */
  public final long pendingBytes() {
    ChannelOutboundBuffer outbound = channel.unsafe().outboundBuffer();
    return outbound == null ? 0 : outbound.totalPendingWriteBytes();
  }

  /** Asks the peer for a sign of life. */
  public final void ping() {
    write(WebSocketFrames.ping());
    flush();
  }

  /** When the peer last sent anything, by {@link System#nanoTime}. */
  public final long lastHeardNanos() {
    return lastHeardNanos;
  }

  /** Says why and closes, after what was queued. Closing twice does nothing. */
  public final void close(CloseCode code) {
    if (isOpen()) {
      ByteBuf closeFrame = WebSocketFrames.close(channel.alloc(), code.code(), code.reason());
      end(closeFrame, patience(code));
    }
  }

  private static Duration patience(CloseCode code) {
    return code == CloseCode.SLOW_CONSUMER ? SLOW_PATIENCE : PATIENCE;
  }

  /** Closes after what was queued, without a close frame, as if the connection were lost. */
  protected final void hangUp(CloseCode code) {
    if (isOpen()) {
      end(Unpooled.EMPTY_BUFFER, patience(code));
    }
  }

  @Override
  public final void channelInactive(ChannelHandlerContext ctx) {
    closing = true;
    decoder = null;
    terms().meters().closed();
    closed();
  }

  @Override
  public final void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof IOException) {
      channel.close();
      return;
    }
    log.error("A fault on a WebSocket", cause);
    close(CloseCode.INTERNAL);
  }
}
