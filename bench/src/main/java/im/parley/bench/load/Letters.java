package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a load says: each message once, under a key that tells when it was said. Watches some of
 * those who get it for the order, and for the time that it took.
 */
final class Letters {

  private static final int REMEMBERED = 1 << 16;
  private static final String TEXT = "x".repeat(200);

  private final String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
  private final long[] saidNanos = new long[REMEMBERED];
  private final Map<String, Long> lastSeqs = new HashMap<>();
  private Latencies latencies = new Latencies();
  private long count;

  /** A new message for a room, said at this time. */
  String next(Dialect dialect, String room, long nanos) {
    long number = count++;
    saidNanos[(int) (number % REMEMBERED)] = nanos;
    return dialect.message(number, room, run + "-" + number, TEXT);
  }

  /** How many there have been. */
  long count() {
    return count;
  }

  /** A watched client has got this frame, which must be the next of its room. */
  void arrived(Client client, ByteBuf in, int start, int length) {
    String frame = in.toString(start, length, StandardCharsets.UTF_8);
    if (time(frame)) {
      requireOrder(client, frame);
    }
  }

  /** Somebody has got this frame. */
  void arrivedUnordered(ByteBuf in, int start, int length) {
    time(in.toString(start, length, StandardCharsets.UTF_8));
  }

  /** Takes the time, if it is one of these letters. */
  private boolean time(String frame) {
    OptionalLong number = number(frame);
    number.ifPresent(known -> latencies.add(ageNanos(known)));
    return number.isPresent();
  }

  /** Which letter this frame is, counted from 0, if it is one of these. */
  OptionalLong number(String frame) {
    int key = frame.indexOf(run + "-");
    if (key < 0) {
      return OptionalLong.empty();
    }
    int from = key + run.length() + 1;
    return OptionalLong.of(Long.parseLong(frame, from, frame.indexOf('"', from), 10));
  }

  /** How long ago a recent letter was said. */
  long ageNanos(long number) {
    return System.nanoTime() - saidNanos[(int) (number % REMEMBERED)];
  }

  private void requireOrder(Client client, String frame) {
    int room = frame.indexOf("\"room\":\"");
    int seq = frame.indexOf("\"seq\":") + "\"seq\":".length();
    int end = seq;
    while (Character.isDigit(frame.charAt(end))) {
      end++;
    }
    String stream =
        client.member().user() + (room < 0 ? "" : frame.substring(room, frame.indexOf(',', room)));
    long now = Long.parseLong(frame, seq, end, 10);
    Long before = lastSeqs.put(stream, now);
    if (before != null && now != before + 1) {
      throw new IllegalStateException("After " + before + " came " + now + " to " + stream);
    }
  }

  /** The times since the last call. */
  Latencies takeLatencies() {
    Latencies taken = latencies;
    latencies = new Latencies();
    return taken;
  }
}
