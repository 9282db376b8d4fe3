package im.parley.edge.engineio;

import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A WebSocket on another event loop than its session: what is written in a turn goes over in one
 * task, so that a crowd costs no more tasks than flushes.
 */
final class FarSocket implements EngineTransport {

  private final EngineWebSocket socket;
  private final EventLoop home;
  private List<ByteBuf> gathered = new ArrayList<>();
  private long gatheredBytes;
  private final AtomicLong underway = new AtomicLong();

  /**
   * For a session.
   *
   * @param home the event loop that the session lives on
   */
  FarSocket(EngineWebSocket socket, EventLoop home) {
    this.socket = socket;
    this.home = home;
  }

  /** Whether it is this WebSocket that is written to. */
  boolean isTo(EngineWebSocket one) {
    return socket.equals(one);
  }

  @Override
  public void write(ByteBuf frames) {
    gathered.add(frames);
    gatheredBytes += frames.readableBytes();
  }

  @Override
  public void writeThen(ByteBuf frames, Runnable taken) {
    flush();
    long size = frames.readableBytes();
    underway.addAndGet(size);
    socket
        .eventLoop()
        .execute(() -> {
          underway.addAndGet(-size);
          socket.writeThen(frames, () -> home.execute(taken));
        });
  }

  @Override
  public void flush() {
    if (gathered.isEmpty()) {
      return;
    }
    List<ByteBuf> batch = gathered;
    long size = gatheredBytes;
    gathered = new ArrayList<>(batch.size());
    gatheredBytes = 0;
    underway.addAndGet(size);
    socket
        .eventLoop()
        .execute(() -> {
          underway.addAndGet(-size);
          batch.forEach(socket::write);
          socket.flush();
        });
  }

  @Override
  public long pendingBytes() {
    return gatheredBytes + underway.get() + socket.pendingBytes();
  }

  @Override
  public void end(CloseCode code) {
    flush();
    socket.eventLoop().execute(() -> socket.end(code));
  }

  @Override
  public void discard() {
    gathered.forEach(ByteBuf::release);
    gathered.clear();
    gatheredBytes = 0;
  }
}
