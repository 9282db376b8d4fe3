package im.parley.edge.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/** Writes the answers of one connection, and counts them. Confined to its event loop. */
final class AnswerWriter {

  private final Channel channel;
  private final HttpMeters meters;
  private final Runnable progress;

  /**
   * Creates a writer.
   *
   * @param progress called whenever the client has taken a piece of a long answer
   */
  AnswerWriter(Channel channel, HttpMeters meters, Runnable progress) {
    this.channel = channel;
    this.meters = meters;
    this.progress = progress;
  }

  /** Asks for the body that was announced (RFC 9110, section 10.1.1). */
  ChannelFuture goOn() {
    return whole(HttpResponseStatus.CONTINUE, new DefaultHttpHeaders(), Unpooled.EMPTY_BUFFER);
  }

  /** Leaves HTTP, with these header fields. */
  ChannelFuture switching(HttpHeaders headers) {
    meters.answered(HttpResponseStatus.SWITCHING_PROTOCOLS);
    return whole(HttpResponseStatus.SWITCHING_PROTOCOLS, headers, Unpooled.EMPTY_BUFFER);
  }

  /**
   * Writes an answer.
   *
   * @param headOnly whether a HEAD asked for it
   * @param last whether the connection ends with it
   * @return done when the client has all of it
   */
  ChannelFuture write(HttpReply reply, boolean headOnly, boolean last) {
    meters.answered(reply.head().status());
    HttpHeaders headers = new DefaultHttpHeaders().add(reply.head().headers());
    CommonHeaders.add(headers, reply.head(), last);
    return switch (reply) {
      case HttpAnswer answer ->
          whole(
              answer.status(),
              headers,
              headOnly ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(answer.body()));
      case HttpDownload download -> send(download, headers, headOnly);
      case HttpStream stream -> begin(stream, headers, headOnly);
    };
  }

  /** Writes a head after which anything may come, until the connection closes. */
  private ChannelFuture begin(HttpStream stream, HttpHeaders headers, boolean headOnly) {
    headers.remove(HttpHeaderNames.CONTENT_LENGTH);
    HttpResponseStatus status = stream.head().status();
    return headOnly
        ? whole(status, headers, Unpooled.EMPTY_BUFFER)
        : channel.writeAndFlush(new DefaultHttpResponse(HttpVersion.HTTP_1_1, status, headers));
  }

  /** Sends a body from where it lies; as long as the client reads, it has time. */
  private ChannelFuture send(HttpDownload download, HttpHeaders headers, boolean headOnly) {
    headers.set(HttpHeaderNames.CONTENT_LENGTH, Long.toString(download.length()));
    HttpResponseStatus status = download.head().status();
    return headOnly || download.length() == 0
        ? whole(status, headers, Unpooled.EMPTY_BUFFER)
        : DownloadPump.start(
            channel,
            new DefaultHttpResponse(HttpVersion.HTTP_1_1, status, headers),
            download,
            progress);
  }

  private ChannelFuture whole(HttpResponseStatus status, HttpHeaders headers, ByteBuf content) {
    return channel.writeAndFlush(
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, status, content, headers, EmptyHttpHeaders.INSTANCE));
  }
}
