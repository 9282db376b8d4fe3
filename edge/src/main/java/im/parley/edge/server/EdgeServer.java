package im.parley.edge.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** A listener and the event loops that carry its connections. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
public final class EdgeServer implements AutoCloseable {

  /** So much is read from a socket at once; a size of its own for each would be kept for each. */
  private static final int READ_BYTES = 4_096;

  /** Half-open connections that the kernel holds; it caps this at net.core.somaxconn. */
  private static final int BACKLOG = 4096;

  /** Above the high mark, what may wait waits: pongs are left out, answers are not begun. */
  private static final WriteBufferWaterMark WATER_MARKS =
      new WriteBufferWaterMark(64 * 1024, 256 * 1024);

  private final EventLoopGroup acceptor;
  private final EventLoopGroup eventLoops;
  private final Channel listener;

  private EdgeServer(EventLoopGroup acceptor, EventLoopGroup eventLoops, Channel listener) {
    this.acceptor = acceptor;
    this.eventLoops = eventLoops;
    this.listener = listener;
  }

  /**
   * Binds and begins to accept.
   *
   * @param name what the threads and the measurements are called
   * @throws IOException if the address cannot be bound, for example because it is taken
   */
  public static EdgeServer start(
      String name, ServerSettings settings, Door door, MeterRegistry registry) throws IOException {
    EventLoopGroup acceptor = threads(name + "-accept", 1, settings.transport());
    EventLoopGroup eventLoops =
        threads(name + "-loop", settings.eventLoops(), settings.transport());
    OpenConnections connections = new OpenConnections(settings.maxConnections(), name, registry);
    ServerBootstrap server =
        new ServerBootstrap()
            .group(acceptor, eventLoops)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(READ_BYTES))
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARKS)
            .childHandler(entrance(connections, door));
    settings.transport().listenWith(server);
    var bound = server.bind(settings.host(), settings.port()).awaitUninterruptibly();
    EdgeServer started = new EdgeServer(acceptor, eventLoops, bound.channel());
    if (!bound.isSuccess()) {
      started.close();
      throw new IOException(
          "Cannot listen on " + settings.host() + " port " + settings.port(), bound.cause());
    }
    return started;
  }

  private static EventLoopGroup threads(String name, int count, Transport transport) {
    return new MultiThreadIoEventLoopGroup(
        count, new DefaultThreadFactory(name, true), transport.ioHandlers());
  }

  private static ChannelHandler entrance(OpenConnections connections, Door door) {
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel channel) {
        if (connections.admit(channel)) {
          door.open(channel);
        } else {
          door.refuse(channel);
        }
      }
    };
  }

  /** The port that is listened on: the one asked for, or the one that the system chose. */
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /** Accepts no more connections; those that are open stay. */
  public void stopAccepting() {
    listener.close().awaitUninterruptibly();
  }

  /** Stops accepting, closes every connection and ends the threads. */
  @Override
  public void close() {
    stopAccepting();
    var accepting = acceptor.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    var carrying = eventLoops.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    accepting.awaitUninterruptibly();
    carrying.awaitUninterruptibly();
  }
}
