package im.parley.edge.http;

import im.parley.edge.server.DeadlineSweeps;
import im.parley.edge.server.Door;
import im.parley.edge.server.LingeringClose;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.CharsetUtil;

/** Speaks HTTP with every new connection. */
@SuppressWarnings(
    "FutureReturnValueIgnored") // a write or close that fails ends the channel: heard there
public final class HttpDoor implements Door {

  /** The largest body of a request, in bytes, where a service does not say otherwise. */
  static final int MAX_BODY = 64 * 1024;

  private static final String FULL =
      """
      HTTP/1.1 503 Service Unavailable\r
      Retry-After: 5\r
      Connection: close\r
      Content-Length: 0\r
      \r
      """;

  private final HttpService service;
  private final HttpTimeouts timeouts;
  private final DeadlineSweeps sweeps;
  private final HttpMeters meters;
  private volatile boolean closing;

  public HttpDoor(
      HttpService service, HttpTimeouts timeouts, DeadlineSweeps sweeps, HttpMeters meters) {
    this.service = service;
    this.timeouts = timeouts;
    this.sweeps = sweeps;
    this.meters = meters;
  }

  @Override
  public void open(Channel channel) {
    RequestDecoder decoder = new RequestDecoder();
    channel
        .pipeline()
        .addLast(decoder, new HttpResponseEncoder(), new HttpConnection(this, decoder, channel));
  }

  @Override
  public void refuse(Channel channel) {
    LingeringClose.after(
        channel.writeAndFlush(Unpooled.copiedBuffer(FULL, CharsetUtil.US_ASCII)), sweeps);
  }

  /** From now on every answer is the last of its connection: clients go elsewhere. */
  public void endKeepAlive() {
    closing = true;
  }

  boolean isClosing() {
    return closing;
  }

  HttpService service() {
    return service;
  }

  HttpTimeouts timeouts() {
    return timeouts;
  }

  DeadlineSweeps sweeps() {
    return sweeps;
  }

  HttpMeters meters() {
    return meters;
  }
}
