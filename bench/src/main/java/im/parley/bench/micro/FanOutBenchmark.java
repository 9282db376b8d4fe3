package im.parley.bench.micro;

import im.parley.cluster.local.LocalBus;
import im.parley.edge.fanout.FanOut;
import im.parley.edge.fanout.StartAfter;
import im.parley.edge.fanout.Subscriber;
import im.parley.edge.fanout.WireFormat;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.WireWriter;
import im.parley.store.sql.SqlStore;
import im.parley.store.sqlite.SqliteStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From a committed message to a thousand sessions of one event loop; sockets cost nothing here. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FanOutBenchmark {

  private static final int RECEIVERS = 1_000;
  private static final int CROWD = 64;
  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ADA = new UserId("u1");
  private static final String TEXT = "x".repeat(200);

  private final EventLoop loop = new DefaultEventLoop();
  private final Json format = new Json();
  private final SqlStore store = open();
  private final FanOut fanOut = new FanOut(store.log(), new LocalBus(), new SimpleMeterRegistry());
  private long seq;

  private volatile CountDownLatch awaited = new CountDownLatch(RECEIVERS);

  private static SqlStore open() {
    try {
      return SqliteStore.open(
          Files.createTempDirectory("parley-fanout"), _ -> {}, new SimpleMeterRegistry());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everyone enters the room. */
  @Setup
  public void enter() throws InterruptedException {
    List<StartAfter> start = List.of(new StartAfter(ROOM, 0, 0, true));
    for (int i = 0; i < RECEIVERS; i++) {
      loop.execute(() -> fanOut.subscribe(new Receiver(), start));
    }
    awaited.await();
  }

  /** One message, until all have it. */
  @Benchmark
  @OperationsPerInvocation(RECEIVERS)
  public void one() throws InterruptedException {
    deliver(1);
  }

  /** Messages that were committed together. */
  @Benchmark
  @OperationsPerInvocation(RECEIVERS * CROWD)
  public void sixtyFour() throws InterruptedException {
    deliver(CROWD);
  }

  private void deliver(int messages) throws InterruptedException {
    awaited = new CountDownLatch(RECEIVERS);
    fanOut.deliver(LongStream.range(0, messages).mapToObj(_ -> next()).toList());
    awaited.await();
  }

  private DurableEvent next() {
    seq++;
    Fact fact = new Fact.MessagePosted(TEXT, seq, new MessageKey("k" + seq));
    return new DurableEvent(ROOM, seq, Instant.EPOCH, ADA, fact);
  }

  /** Closes the store. */
  @TearDown
  public void close() {
    loop.shutdownGracefully().syncUninterruptibly();
    store.close();
  }

  /** Without a frame around it. */
  private static final class Json implements WireFormat {

    private final WireWriter writer = new WireWriter();

    @Override
    public byte[] event(DurableEvent event, int readers) {
      return writer.event(event);
    }

    @Override
    public byte[] signal(SignalEvent event, int readers) {
      return writer.signal(event);
    }
  }

  /** A session whose socket takes everything at once. */
  private final class Receiver extends Subscriber {

    @Override
    public EventLoop eventLoop() {
      return loop;
    }

    @Override
    protected WireFormat format() {
      return format;
    }

    @Override
    protected UserId user() {
      return ADA;
    }

    @Override
    protected void write(ByteBuf frames) {
      frames.release();
      awaited.countDown();
    }

    @Override
    protected void writeThen(ByteBuf frames, Runnable taken) {
      frames.release();
      loop.execute(taken);
    }

    @Override
    protected void synced(RoomId room, long reached) {
      awaited.countDown();
    }

    @Override
    protected void flush() {}

    @Override
    protected long pendingBytes() {
      return 0;
    }

    @Override
    protected void close(CloseCode code) {}

    @Override
    protected void removed(RoomId room, LeaveReason reason) {}
  }
}
