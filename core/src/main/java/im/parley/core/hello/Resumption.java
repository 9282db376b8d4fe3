package im.parley.core.hello;

import im.parley.protocol.command.Hello;
import im.parley.protocol.reply.ResumeVerdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the rooms of a user go on for a client that says how far it has come in some of them.
 *
 * @param verdicts for each room that the client named, by id
 * @param continuations how each room of the user goes on
 */
record Resumption(Map<String, ResumeVerdict> verdicts, List<Continuation> continuations) {

  /** A client that is further behind than this loads the history again: less work for both. */
  static final long MAX_BEHIND = 10_000;

  /**
   * Decides for every room.
   *
   * @param hello how far the client has come, and in which life of the store
   * @param epoch the life of the store now
   * @param rooms the user's rooms, and how far each has come
   */
  static Resumption of(Hello hello, String epoch, List<Arrivals.Position> rooms) {
    Map<String, Long> claimed = hello.resume() == null ? Map.of() : hello.resume();
    boolean sameEpoch = hello.epoch() == null || hello.epoch().equals(epoch);
    Map<String, ResumeVerdict> verdicts = new LinkedHashMap<>();
    claimed.keySet().forEach(room -> verdicts.put(room, ResumeVerdict.GONE));
    List<Continuation> continuations = new ArrayList<>(rooms.size());
    for (Arrivals.Position room : rooms) {
      Long seq = claimed.get(room.room().value());
      if (seq == null) {
        continuations.add(new Continuation(room.room(), room.head(), room.head()));
      } else if (sameEpoch && within(seq, room.head())) {
        verdicts.put(room.room().value(), ResumeVerdict.DELTA);
        continuations.add(new Continuation(room.room(), seq, room.head()));
      } else {
        verdicts.put(room.room().value(), ResumeVerdict.RESET);
        continuations.add(new Continuation(room.room(), room.head(), room.head()));
      }
    }
    return new Resumption(verdicts, continuations);
  }

  private static boolean within(long seq, long head) {
    return seq <= head && head - seq <= MAX_BEHIND;
  }
}
