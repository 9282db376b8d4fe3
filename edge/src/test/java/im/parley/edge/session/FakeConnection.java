package im.parley.edge.session;

import im.parley.edge.testing.LineCodec;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connection whose peer is the test. */
final class FakeConnection implements Connection {

  private final EventLoop eventLoop;
  private final LineCodec format = new LineCodec("");
  private final BlockingQueue<String> sent = new LinkedBlockingQueue<>();
  private volatile long lastHeardNanos = System.nanoTime();

  FakeConnection(EventLoop eventLoop) {
    this.eventLoop = eventLoop;
  }

  /** The next thing that the peer gets: a frame, {@code ping}, or {@code closed} with its code. */
  String next() throws InterruptedException {
    String next = sent.poll(10, TimeUnit.SECONDS);
    return next == null ? "nothing" : next;
  }

  /** The peer shows that it is there. */
  void heard() {
    lastHeardNanos = System.nanoTime();
  }

  @Override
  public EventLoop eventLoop() {
    return eventLoop;
  }

  @Override
  public WireCodec format() {
    return format;
  }

  @Override
  public String address() {
    return "192.0.2.7";
  }

  @Override
  public void write(ByteBuf frames) {
    sent.add(frames.toString(StandardCharsets.UTF_8).strip());
    frames.release();
  }

  @Override
  public void flush() {}

  @Override
  public void writeThen(ByteBuf frames, Runnable taken) {
    write(frames);
    eventLoop.execute(taken);
  }

  @Override
  public long pendingBytes() {
    return 0;
  }

  @Override
  public void ping() {
    sent.add("ping");
  }

  @Override
  public long lastHeardNanos() {
    return lastHeardNanos;
  }

  @Override
  public void close(CloseCode code) {
    sent.add("closed " + code.code());
  }
}
