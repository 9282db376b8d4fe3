package im.parley.edge.fanout;

import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.json.WireWriter;
import java.util.ArrayList;
import java.util.List;

/** Turns events into frames. Safe to share. */
final class FrameEncoder {

  private final WireWriter writer;
  private final WireFormat format;

  FrameEncoder(WireWriter writer, WireFormat format) {
    this.writer = writer;
    this.format = format;
  }

  Frame frame(DurableEvent event) {
    return new Frame(event, format.frame(writer.event(event)));
  }

  List<Frame> frames(List<DurableEvent> events) {
    List<Frame> frames = new ArrayList<>(events.size());
    for (DurableEvent event : events) {
      frames.add(frame(event));
    }
    return frames;
  }

  byte[] signal(SignalEvent event) {
    return format.frame(writer.signal(event));
  }
}
