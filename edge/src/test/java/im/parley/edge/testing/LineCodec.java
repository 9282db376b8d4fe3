package im.parley.edge.testing;

import im.parley.edge.session.WireCodec;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.json.RequestId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The language in lines that a test can read: a mark, JSON, and a newline. Counts what it makes.
 */
public final class LineCodec implements WireCodec {

  private final String mark;
  private final WireWriter writer = new WireWriter();
  private final AtomicInteger events = new AtomicInteger();
  private final AtomicInteger readers = new AtomicInteger();

  /** With this at the beginning of each line. */
  public LineCodec(String mark) {
    this.mark = mark;
  }

  public String mark() {
    return mark;
  }

  /** How often an event was encoded. */
  public int events() {
    return events.get();
  }

  /** For how many readers the last event was encoded. */
  public int readers() {
    return readers.get();
  }

  @Override
  public byte[] event(DurableEvent event, int readersOfIt) {
    events.incrementAndGet();
    readers.set(readersOfIt);
    return line(writer.event(event));
  }

  @Override
  public byte[] signal(SignalEvent event, int readersOfIt) {
    return line(writer.signal(event));
  }

  @Override
  public byte[] reply(RequestId id, Reply reply) {
    return line(writer.reply(id, reply));
  }

  @Override
  public byte[] error(RequestId id, Refusal refusal) {
    return line(writer.error(id, refusal));
  }

  private byte[] line(byte[] json) {
    String line = mark + new String(json, StandardCharsets.UTF_8) + "\n";
    return line.getBytes(StandardCharsets.UTF_8);
  }
}
