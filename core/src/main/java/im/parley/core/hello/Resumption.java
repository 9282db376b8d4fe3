package im.parley.core.hello;

import im.parley.core.room.Rooms;
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
 * @param startAfter for each room of the user, the seq after which its events follow
 */
record Resumption(Map<String, ResumeVerdict> verdicts, List<Rooms.Position> startAfter) {

  /** A client that is further behind than this loads the history again: less work for both. */
  static final long MAX_BEHIND = 10_000;

  /**
   * Decides for every room.
   *
   * @param hello how far the client has come, and in which life of the store
   * @param epoch the life of the store now
   * @param rooms the user's rooms, and how far each has come
   */
  static Resumption of(Hello hello, String epoch, List<Rooms.Position> rooms) {
    Map<String, Long> claimed = hello.resume() == null ? Map.of() : hello.resume();
    boolean sameEpoch = hello.epoch() == null || hello.epoch().equals(epoch);
    Map<String, ResumeVerdict> verdicts = new LinkedHashMap<>();
    claimed.keySet().forEach(room -> verdicts.put(room, ResumeVerdict.GONE));
    List<Rooms.Position> startAfter = new ArrayList<>(rooms.size());
    for (Rooms.Position room : rooms) {
      Long seq = claimed.get(room.room().value());
      if (seq == null) {
        startAfter.add(room);
      } else if (sameEpoch && within(seq, room.head())) {
        verdicts.put(room.room().value(), ResumeVerdict.DELTA);
        startAfter.add(new Rooms.Position(room.room(), seq));
      } else {
        verdicts.put(room.room().value(), ResumeVerdict.RESET);
        startAfter.add(room);
      }
    }
    return new Resumption(verdicts, startAfter);
  }

  private static boolean within(long seq, long head) {
    return seq <= head && head - seq <= MAX_BEHIND;
  }
}
