package im.parley.edge.server;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
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
  },
  /** The Java platform's own; works everywhere. */
  NIO(NioServerSocketChannel.class) {
    @Override
    IoHandlerFactory ioHandlers() {
      return NioIoHandler.newFactory();
    }
  };

  private final Class<? extends ServerSocketChannel> listener;

  Transport(Class<? extends ServerSocketChannel> listener) {
    this.listener = listener;
  }

  /** The fastest that works on this machine. */
  public static Transport best() {
    return Epoll.isAvailable() ? EPOLL : NIO;
  }

  abstract IoHandlerFactory ioHandlers();

  Class<? extends ServerSocketChannel> listener() {
    return listener;
  }
}
