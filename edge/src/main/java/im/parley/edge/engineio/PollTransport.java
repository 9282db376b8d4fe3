package im.parley.edge.engineio;

import im.parley.edge.http.HttpAnswer;
import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client that asks by GET for what there is, and waits when there is nothing. What it has not
 * fetched waits here; whoever writes bounds it by {@link #pendingBytes}.
 */
final class PollTransport implements EngineTransport {

  private static final String TEXT = "text/plain; charset=UTF-8";

  private final Queue<Written> queue = new ArrayDeque<>();
  private long bytes;
  private @Nullable CompletableFuture<HttpAnswer> poll;
  private byte @Nullable [] lastPacket; // once the next answer is the last

  /** Frames that wait, and what is to be done when they were fetched. */
  private record Written(ByteBuf frames, Runnable taken) {}

  /** Whether a poll waits for an answer. */
  boolean isPolled() {
    return poll != null;
  }

  /** Whether the client has given up the poll that waits. */
  boolean isAbandoned() {
    return poll != null && poll.isCancelled();
  }

  /** A poll has come, and none waits: it is answered now if there is anything to say. */
  void poll(CompletableFuture<HttpAnswer> next) {
    poll = next;
    flush();
  }

  @Override
  public void write(ByteBuf frames) {
    add(frames, () -> {});
  }

  @Override
  public void writeThen(ByteBuf frames, Runnable taken) {
    add(frames, taken);
    flush();
  }

  private void add(ByteBuf frames, Runnable taken) {
    bytes += frames.readableBytes();
    queue.add(new Written(frames, taken));
  }

  @Override
  public void flush() {
    if (poll != null && (bytes > 0 || lastPacket != null)) {
      Payload payload = new Payload();
      takeAll(written -> payload.addFrames(written.frames()));
      answer(lastPacket == null ? payload : payload.add(lastPacket));
    }
  }

  /** Answers the poll that waits, if one does, that there is nothing. */
  void answerNothing() {
    answer(new Payload().add(EnginePackets.NOOP));
  }

  private void answer(Payload payload) {
    CompletableFuture<HttpAnswer> answered = poll;
    poll = null;
    if (answered != null) {
      answered.complete(HttpAnswer.of(HttpResponseStatus.OK, TEXT, payload.bytes()));
    }
  }

  private void takeAll(Consumer<Written> use) {
    bytes = 0;
    for (Written next = queue.poll(); next != null; next = queue.poll()) {
      try {
        use.accept(next);
      } finally {
        next.frames().release();
      }
      next.taken().run();
    }
  }

  /** Everything that waits goes on by another transport. */
  void moveTo(EngineTransport other) {
    answerNothing();
    bytes = 0;
    for (Written next = queue.poll(); next != null; next = queue.poll()) {
      other.writeThen(next.frames(), next.taken());
    }
  }

  @Override
  public long pendingBytes() {
    return bytes;
  }

  /** The next answer is the last. A client that went of its own accord need not be told to go. */
  @Override
  public void end(CloseCode code) {
    lastPacket = code == CloseCode.NORMAL ? EnginePackets.NOOP : EnginePackets.CLOSE;
    flush();
  }

  @Override
  public void discard() {
    takeAll(_ -> {});
    end(CloseCode.INTERNAL);
  }
}
