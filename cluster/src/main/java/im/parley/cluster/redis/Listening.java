package im.parley.cluster.redis;

import im.parley.core.live.NodeListener;
import im.parley.core.log.RoomLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What there is once somebody listens.
 *
 * @param listener who does
 * @param streams the rooms that this node follows
 * @param reader finds what they are missing
 */
record Listening(NodeListener listener, RoomStreams streams, LogReader reader) {

  /** Follows no room yet. The streams report gaps to the reader, which reads for the streams. */
  static Listening begin(
      NodeListener listener, RoomLog roomLog, Later later, MeterRegistry registry) {
    AtomicReference<@Nullable LogReader> readers = new AtomicReference<>();
    RoomStreams streams =
        new RoomStreams(
            listener::events,
            room -> {
              LogReader reader = readers.get();
              if (reader != null) {
                reader.repairSoon(room);
              }
            });
    LogReader reader = new LogReader(roomLog, streams, later, registry);
    readers.set(reader);
    return new Listening(listener, streams, reader);
  }
}
