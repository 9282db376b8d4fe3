package im.parley.edge.outbound;

import im.parley.core.outbound.Outbound;
import im.parley.core.outbound.Outbound.Answer;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A connection for one request: its answer, whole and within bounds, or why there is none. */
final class Exchange extends ChannelInitializer<Channel> {

  private final String host;
  private final int port;
  private final @Nullable SslContext tls;
  private final CompletableFuture<Answer> answer;

  Exchange(String host, int port, @Nullable SslContext tls, CompletableFuture<Answer> answer) {
    this.host = host;
    this.port = port;
    this.tls = tls;
    this.answer = answer;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc(), host, port));
    }
    channel
        .pipeline()
        .addLast(
            new HttpClientCodec(),
            new HttpObjectAggregator(Outbound.MAX_ANSWER),
            new Receiver(answer));
  }

  private static final class Receiver extends SimpleChannelInboundHandler<FullHttpResponse> {

    private final CompletableFuture<Answer> answer;

    Receiver(CompletableFuture<Answer> answer) {
      this.answer = answer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse response) {
      if (response.decoderResult().isSuccess()) {
        answer.complete(
            new Answer(response.status().code(), ByteBufUtil.getBytes(response.content())));
      } else {
        answer.completeExceptionally(new IOException("The answer is not HTTP"));
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
      answer.completeExceptionally(new IOException("Closed without an answer"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      answer.completeExceptionally(cause);
    }
  }
}
