package im.parley.edge.eventstream;

import im.parley.edge.server.LingeringClose;
import im.parley.edge.session.Connection;
import im.parley.edge.session.ConnectionListener;
import im.parley.edge.session.WireCodec;
import im.parley.protocol.command.Hello;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.json.CommandReader.Request;
import im.parley.protocol.json.RequestId;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One stream of events: the only handler of its socket. What its client sends is passed over. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
final class EventStreamConnection extends ChannelInboundHandlerAdapter implements Connection {

  private static final Logger log = LoggerFactory.getLogger(EventStreamConnection.class);
  private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.US_ASCII);

  private final EventStreamService service;
  private final Channel channel;
  private final Hello hello;
  private final Positions positions;
  private @Nullable ConnectionListener listener;
  private boolean moved; // further than the client was told
  private boolean closing;
  private long lastTakenNanos = System.nanoTime();

  EventStreamConnection(
      EventStreamService service, Channel channel, Hello hello, Positions positions) {
    this.service = service;
    this.channel = channel;
    this.hello = hello;
    this.positions = positions;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    ConnectionListener conversation = service.acceptor().accept(this);
    listener = conversation;
    conversation.received(new Request.Accepted(RequestId.NONE, hello));
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object ignored) {
    ReferenceCountUtil.release(ignored);
  }

  @Override
  public EventLoop eventLoop() {
    return channel.eventLoop();
  }

  @Override
  public WireCodec format() {
    return service.codec();
  }

  @Override
  public String address() {
    return channel.remoteAddress() instanceof InetSocketAddress peer
        ? peer.getAddress().getHostAddress()
        : "";
  }

  @Override
  public void write(ByteBuf blocks) {
    if (isOpen()) {
      moved |= PlaceMarks.read(blocks, positions);
      channel.write(blocks, channel.voidPromise());
    } else {
      blocks.release();
    }
  }

  private boolean isOpen() {
    return !closing && channel.isActive();
  }

  /** Tells the client how far it is, once for all that came in this turn. */
  @Override
  public void flush() {
    if (moved && isOpen()) {
      moved = false;
      byte[] position = service.codec().position(positions);
      channel.write(Unpooled.wrappedBuffer(position), channel.voidPromise());
    }
    channel.flush();
  }

  @Override
  public void writeThen(ByteBuf blocks, Runnable taken) {
    if (isOpen()) {
      PlaceMarks.read(blocks, positions);
      channel.write(blocks, channel.voidPromise());
      byte[] position = service.codec().position(positions);
      channel.writeAndFlush(Unpooled.wrappedBuffer(position)).addListener(_ -> taken.run());
    } else {
      blocks.release();
      channel.eventLoop().execute(taken);
    }
  }

  @Override
  public long pendingBytes() {
    ChannelOutboundBuffer outbound = channel.unsafe().outboundBuffer();
    return outbound == null ? 0 : outbound.totalPendingWriteBytes();
  }

  /** Nobody answers a comment; but whoever does not take it is not there. */
  @Override
  public void ping() {
    if (isOpen()) {
      channel.writeAndFlush(Unpooled.wrappedBuffer(COMMENT), channel.voidPromise());
    }
  }

  /** A client that never speaks is heard when it takes what it is sent. */
  @Override
  public long lastHeardNanos() {
    if (pendingBytes() == 0) {
      lastTakenNanos = System.nanoTime();
    }
    return lastTakenNanos;
  }

  @Override
  public void close(CloseCode code) {
    if (isOpen()) {
      closing = true;
      ByteBuf lastWord = Unpooled.wrappedBuffer(service.codec().closing(code));
      LingeringClose.after(channel.writeAndFlush(lastWord), service.sweeps());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    closing = true;
    if (listener != null) {
      listener.closed();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException)) {
      log.error("A fault on an event stream", cause);
    }
    channel.close();
  }
}
