package im.parley.edge.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How sockets are read and written. Whichever it is, the kernel takes little for a peer that does
 * not read. The rest waits here, where it is counted: the bound on a slow reader would otherwise be
 * the kernel's, of several megabytes.
 */
public enum Transport {
  /** Linux epoll, through Netty's native library. */
  EPOLL {
    @Override
    @Nullable Throwable obstacle() {
      return Epoll.unavailabilityCause();
    }

    @Override
    IoHandlerFactory ioHandlers() {
      return EpollIoHandler.newFactory();
    }

    @Override
    void listenWith(ServerBootstrap server) {
      server
          .channel(EpollServerSocketChannel.class)
          .childOption(EpollChannelOption.TCP_NOTSENT_LOWAT, MAX_UNSENT_BYTES);
    }
  },
  /**
   * Linux io_uring, through Netty's native library: the writes of a broadcast are handed to the
   * kernel in one call. Many containers forbid it.
   */
  IO_URING {
    @Override
    @Nullable Throwable obstacle() {
      return IoUring.unavailabilityCause();
    }

    @Override
    IoHandlerFactory ioHandlers() {
      return IoUringIoHandler.newFactory(
          new IoUringIoHandlerConfig().setRingSize(SUBMISSIONS).setCqSize(COMPLETIONS));
    }

    @Override
    void listenWith(ServerBootstrap server) {
      server
          .channel(IoUringServerSocketChannel.class)
          .childOption(IoUringChannelOption.TCP_NOTSENT_LOWAT, MAX_UNSENT_BYTES);
    }
  },
  /** The Java platform's own; works everywhere. */
  NIO {
    @Override
    @Nullable Throwable obstacle() {
      return null;
    }

    @Override
    IoHandlerFactory ioHandlers() {
      return NioIoHandler.newFactory();
    }

    @Override
    void listenWith(ServerBootstrap server) {
      server
          .channel(NioServerSocketChannel.class)
          .childOption(ChannelOption.SO_SNDBUF, (int) MAX_UNSENT_BYTES);
    }
  };

  /** What the kernel may hold for a peer beyond what it has sent, in bytes. */
  private static final long MAX_UNSENT_BYTES = 128 * 1024;

  /** Writes that go to the kernel in one call. */
  private static final int SUBMISSIONS = 4096;

  /** Answers of the kernel that may wait to be read: the most that it allows. */
  private static final int COMPLETIONS = 65_536;

  /** The one to use unless someone chose: epoll where there is one. */
  public static Transport best() {
    return EPOLL.isAvailable() ? EPOLL : NIO;
  }

  /** Those that work on this machine. */
  public static List<Transport> available() {
    return Stream.of(values()).filter(Transport::isAvailable).toList();
  }

  /** Whether it works on this machine. */
  public boolean isAvailable() {
    return obstacle() == null;
  }

  /** Why it does not work on this machine, in a line; empty if it does. */
  public Optional<String> whyNot() {
    Throwable cause = obstacle();
    if (cause == null) {
      return Optional.empty();
    }
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return Optional.of(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""));
  }

  abstract @Nullable Throwable obstacle();

  abstract IoHandlerFactory ioHandlers();

  /** Has the server listen and accept in this way. */
  abstract void listenWith(ServerBootstrap server);
}
