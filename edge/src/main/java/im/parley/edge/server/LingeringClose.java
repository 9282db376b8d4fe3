package im.parley.edge.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;

/**
 * Lets a connection go after a last word. Closing a socket that still receives resets it, and the
 * peer may lose what it had not read yet; so the sending half is closed first, and what comes in is
 * thrown away until the peer closes too, or its time is over (RFC 9112, section 9.6).
 */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
public final class LingeringClose extends ChannelInboundHandlerAdapter
    implements DeadlineSweep.Waiting {

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final ChannelFuture lastWord;
  private final Channel channel;
  private final DeadlineSweep sweep;
  private long deadlineNanos;

  private LingeringClose(ChannelFuture lastWord, DeadlineSweep sweep, Duration patience) {
    this.lastWord = lastWord;
    this.channel = lastWord.channel();
    this.sweep = sweep;
    this.deadlineNanos = System.nanoTime() + patience.toNanos();
  }

  /**
   * Closes once the last word is sent. Nothing that arrives is heard any more.
   *
   * @param lastWord a write that is flushed
   */
  public static void after(ChannelFuture lastWord, DeadlineSweeps sweeps) {
    after(lastWord, sweeps, PATIENCE);
  }

  /**
   * Closes once the last word is sent, to a peer who may have much to read before it.
   *
   * @param patience how long the peer may take to read it before it is cut off; to close as well it
   *     then has no longer than any other
   */
  public static void after(ChannelFuture lastWord, DeadlineSweeps sweeps, Duration patience) {
    Channel channel = lastWord.channel();
    if (!channel.isActive()) {
      channel.close();
      return;
    }
    LingeringClose close = new LingeringClose(lastWord, sweeps.of(channel.eventLoop()), patience);
    channel.pipeline().addFirst(close);
    close.sweep.watch(close);
    channel.config().setAutoRead(true);
    lastWord.addListener(_ -> close.sent());
  }

  private void sent() {
    if (channel instanceof DuplexChannel duplex && duplex.isActive()) {
      deadlineNanos = Math.min(deadlineNanos, System.nanoTime() + PATIENCE.toNanos());
      duplex.shutdownOutput();
    } else {
      channel.close();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object ignored) {
    ReferenceCountUtil.release(ignored);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    sweep.forget(this);
    ctx.fireChannelInactive();
  }

  @Override
  public long deadlineNanos() {
    return deadlineNanos;
  }

  /**
   * Cuts the connection off; if the last word is still queued, without leaving it to the kernel.
   */
  @Override
  public void expired() {
    if (!lastWord.isDone()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0);
    }
    channel.close();
  }
}
