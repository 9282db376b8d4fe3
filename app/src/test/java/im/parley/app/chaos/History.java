package im.parley.app.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * What clients did and heard, in the time of one clock. Safe to share: whoever records a send does
 * so before it leaves, and everything else after it came.
 */
final class History {

  private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();

  /** Something that happened to a client, when {@link System#nanoTime} said so. */
  sealed interface Entry {

    /** When. */
    long at();
  }

  /**
   * A client sends a message, perhaps again.
   *
   * @param number the how-manieth of this client in this room
   */
  record Sent(long at, String client, String room, String key, int number) implements Entry {}

  /** A message was acknowledged. */
  record Acked(long at, String key, String room, long seq) implements Entry {}

  /** A message was refused for good. */
  record Refused(long at, String key, String code) implements Entry {}

  /**
   * A durable event reached a client.
   *
   * @param client whose stream it is in, over all its connections
   * @param key of the message that it is; absent for any other event
   */
  record Heard(long at, String client, String room, long seq, @Nullable String key)
      implements Entry {}

  /** A client was told to load a room anew: its stream goes on after a seq. */
  record Reset(long at, String client, String room, long after) implements Entry {}

  /** A client's connection is there, and it listens. */
  record Online(long at, String client) implements Entry {}

  /** It is not there, or nothing can be expected of it. */
  record Offline(long at, String client) implements Entry {}

  /** A client is out of a room; the answer came at this time. */
  record Out(long at, String client, String room) implements Entry {}

  /** A client is about to come back into a room. */
  record Back(long at, String client, String room) implements Entry {}

  /** A client's session was ended; the answer came at this time. */
  record Revoked(long at, String client) implements Entry {}

  /**
   * Somebody's mark was read back.
   *
   * @param askedAt when it was asked for
   */
  record Marked(long askedAt, long at, String user, String room, long seq) implements Entry {}

  /** A message's text was read on a page of history: there, or deleted. */
  record Shown(long askedAt, long at, String room, long seq, boolean deleted) implements Entry {}

  /** A room's whole log, read from one node when all was quiet. */
  record FinalLog(long at, String node, String room, List<Line> lines) implements Entry {}

  /**
   * An event of a log.
   *
   * @param key of the message that it is; absent for any other event
   */
  record Line(long seq, @Nullable String key) {}

  void add(Entry entry) {
    entries.add(entry);
  }

  /** Everything, in the order of time. */
  List<Entry> entries() {
    List<Entry> all = new ArrayList<>(entries);
    all.sort((one, other) -> Long.compare(one.at(), other.at()));
    return all;
  }
}
