package im.parley.edge.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/** How sockets are read and written. */
public enum Transport {
  /** Linux epoll, through Netty's native library. */
  EPOLL(EpollServerSocketChannel.class) {
    @Override
    IoHandlerFactory ioHandlers() {
      return EpollIoHandler.newFactory();
    }

    @Override
    void tune(ServerBootstrap server) {
      server.childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, MAX_UNSENT_BYTES);
    }
  },
  /** The Java platform's own; works everywhere. */
  NIO(NioServerSocketChannel.class) {
    @Override
    IoHandlerFactory ioHandlers() {
      return NioIoHandler.newFactory();
    }

    @Override
    void tune(ServerBootstrap server) {}
  };

  /**
   * What the kernel takes for a peer that does not read, in bytes. The rest waits here, where it is
   * counted: the bound on a slow reader would otherwise be the kernel's, of several megabytes.
   */
  private static final long MAX_UNSENT_BYTES = 128 * 1024;

  private final Class<? extends ServerSocketChannel> listener;

  Transport(Class<? extends ServerSocketChannel> listener) {
    this.listener = listener;
  }

  /** The fastest that works on this machine. */
  public static Transport best() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  abstract IoHandlerFactory ioHandlers();

  /** Sets what only this transport can. */
  abstract void tune(ServerBootstrap server);

  Class<? extends ServerSocketChannel> listener() {
    return listener;
  }
}
