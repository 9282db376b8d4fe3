package im.parley.bench.micro;

import im.parley.edge.websocket.WebSocketFrames;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.json.WireWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A message of 200 characters in, and out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CodecBenchmark {

  private static final String TEXT = "x".repeat(200);
  private static final String KEY = "0198c2f4-7d5e-7abc-8def-0123456789ab";

  private final CommandReader reader = new CommandReader();
  private final WireWriter writer = new WireWriter();
  private final byte[] command =
      ("{\"id\":17,\"type\":\"message.send\",\"data\":{\"room\":\"r0123456789ab\",\"key\":\""
              + KEY
              + "\",\"text\":\""
              + TEXT
              + "\"}}")
          .getBytes(StandardCharsets.UTF_8);
  private final DurableEvent event =
      new DurableEvent(
          new RoomId("r0123456789ab"),
          1_234_567,
          Instant.parse("2026-11-22T10:00:00.123Z"),
          new UserId("u0123456789ab"),
          new Fact.MessagePosted(TEXT, 1_000_000, new MessageKey(KEY)));

  /** Bytes of a {@code message.send} to its record. */
  @Benchmark
  public CommandReader.Request decode() {
    return reader.read(command);
  }

  /** An event's record to a frame that is ready for the wire. */
  @Benchmark
  public byte[] encode() {
    return WebSocketFrames.text(writer.event(event));
  }
}
