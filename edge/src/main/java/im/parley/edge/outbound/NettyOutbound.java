package im.parley.edge.outbound;

import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressRefusedException;
import im.parley.core.outbound.Outbound;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Makes requests over HTTP/1.1, one a connection. Nothing runs before the first. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a connect, write or close that fails is heard by the exchange
public final class NettyOutbound implements Outbound, AutoCloseable {

  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final AddressGuard guard;
  private final Consumer<SslContextBuilder> trust;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable EventLoopGroup loop;
  private @Nullable SslContext tls;

  /** Trusts whom the JDK trusts. */
  public NettyOutbound(AddressGuard guard) {
    this(guard, _ -> {});
  }

  /**
   * Trusts others.
   *
   * @param trust says whom
   */
  NettyOutbound(AddressGuard guard, Consumer<SslContextBuilder> trust) {
    this.guard = guard;
    this.trust = trust;
  }

  @Override
  public void check(URI url) throws AddressRefusedException {
    guard.resolve(url.getHost());
  }

  @Override
  public Answer post(Post post) throws IOException {
    URI url = post.url();
    InetAddress address = guard.resolve(url.getHost());
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) post.timeout().toMillis())
            .handler(new Exchange(url.getHost(), port(url), isTls(url) ? tls() : null, answer));
    ChannelFuture connecting = bootstrap.connect(new InetSocketAddress(address, port(url)));
    connecting.addListener(_ -> {
      if (connecting.isSuccess()) {
        connecting.channel().writeAndFlush(request(post));
      } else {
        answer.completeExceptionally(connecting.cause());
      }
    });
    try {
      return await(answer, post);
    } finally {
      connecting.channel().close();
    }
  }

  private static Answer await(CompletableFuture<Answer> answer, Post post) throws IOException {
    try {
      return answer.get(post.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new IOException("No answer within " + post.timeout().toMillis() / 1000.0 + " s");
    } catch (ExecutionException e) {
      throw new IOException(e.getMessage(), e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The request was given up");
    }
  }

  private static FullHttpRequest request(Post post) {
    URI url = post.url();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.POST,
            path + query,
            Unpooled.wrappedBuffer(post.body()));
    request
        .headers()
        .set(HttpHeaderNames.HOST, url.getRawAuthority())
        .set(HttpHeaderNames.USER_AGENT, "Parley")
        .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
        .set(HttpHeaderNames.CONTENT_LENGTH, post.body().length)
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    post.headers().forEach(request.headers()::set);
    return request;
  }

  private static boolean isTls(URI url) {
    return url.getScheme().toLowerCase(Locale.ROOT).equals("https");
  }

  private static int port(URI url) {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return isTls(url) ? HTTPS_PORT : HTTP_PORT;
  }

  private EventLoopGroup loop() {
    lock.lock();
    try {
      if (loop == null) {
        loop =
            new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("parley-outbound", true), NioIoHandler.newFactory());
      }
      return loop;
    } finally {
      lock.unlock();
    }
  }

  /** Holds the other side's certificate against its name (RFC 9110, section 4.3.4). */
  private SslContext tls() throws SSLException {
    lock.lock();
    try {
      if (tls == null) {
        SslContextBuilder builder =
            SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .endpointIdentificationAlgorithm("HTTPS");
        trust.accept(builder);
        tls = builder.build();
      }
      return tls;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the loop, and with it what is on its way. */
  @Override
  public void close() {
    lock.lock();
    try {
      if (loop != null) {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      }
    } finally {
      lock.unlock();
    }
  }
}
