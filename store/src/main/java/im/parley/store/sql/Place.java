package im.parley.store.sql;

/** Where an event lies in the table of events: its room's number and its seq in one integer. */
public final class Place {

  private static final int SEQ_BITS = 32;
  private static final long MAX_SEQ = (1L << SEQ_BITS) - 1;

  private Place() {}

  /**
   * The place of a seq.
   *
   * @throws IllegalArgumentException if the seq is negative or over 4,294,967,295, the end of a log
   */
  public static long of(long room, long seq) {
    if (seq < 0 || seq > MAX_SEQ) {
      throw new IllegalArgumentException("A room's log has no place for seq " + seq);
    }
    return room << SEQ_BITS | seq;
  }

  /** Just before a room's first event. */
  public static long start(long room) {
    return of(room, 0);
  }

  /** The last place that a room can have. */
  public static long end(long room) {
    return of(room, MAX_SEQ);
  }

  /** The place of a seq that a client named: any number at all. */
  public static long nearest(long room, long seq) {
    return of(room, Math.clamp(seq, 0, MAX_SEQ));
  }

  /** The seq of the event in this place. */
  public static long seq(long place) {
    return place & MAX_SEQ;
  }

  /** The number of the room that this place is in. */
  public static long room(long place) {
    return place >> SEQ_BITS;
  }
}
