package im.parley.edge.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the body of a download: one piece is in memory at a time, and the next is read when the
 * socket has taken it. What fails in the middle ends the connection, so that nobody takes a part
 * for the whole.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a close that fails has nobody to tell
final class DownloadPump {

  private static final Logger log = LoggerFactory.getLogger(DownloadPump.class);

  /** How much is read and sent at once, in bytes. */
  private static final int PIECE = 128 * 1024;

  private final Channel channel;
  private final HttpDownload download;
  private final Runnable progress;
  private final ChannelPromise sent;

  private DownloadPump(Channel channel, HttpDownload download, Runnable progress) {
    this.channel = channel;
    this.download = download;
    this.progress = progress;
    this.sent = channel.newPromise();
  }

  /**
   * Starts to send.
   *
   * @param head goes before the body
   * @param progress runs on the event loop whenever a piece was taken
   * @return done when all is sent
   */
  static ChannelFuture start(
      Channel channel, HttpResponse head, HttpDownload download, Runnable progress) {
    DownloadPump pump = new DownloadPump(channel, download, progress);
    Thread.ofVirtual().name("download").start(() -> pump.run(head));
    return pump.sent;
  }

  private void run(HttpResponse head) {
    try (InputStream in = download.source().open()) {
      channel.write(head);
      long left = download.length();
      while (left > 0) {
        byte[] piece = in.readNBytes((int) Math.min(left, PIECE));
        if (piece.length == 0) {
          throw new EOFException("A file is shorter than it was");
        }
        ChannelFuture written =
            channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(piece)));
        written.addListener(_ -> progress.run());
        written.sync();
        left -= piece.length;
      }
      channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT, sent);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      channel.close();
    } catch (IOException e) {
      if (channel.isActive()) {
        log.error("A download failed", e);
      }
      channel.close();
    }
  }
}
