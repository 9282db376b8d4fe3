package im.parley.store.sql;

import java.util.List;

/** The statements whose plans matter. */
public final class HotStatements {

  /** Pages of a room's log. */
  public static final List<String> PAGES =
      List.of(LogPages.MESSAGES_BEFORE, LogPages.MESSAGES_AFTER, LogPages.EVENTS_AFTER);

  /** What was done under a key. */
  public static final String BY_KEY = KnownKeys.FIND;

  /** The rooms of one user. */
  public static final List<String> ROOMS_OF_USER =
      List.of(SqlArrivals.NEWEST, SqlRooms.MINE, SqlArrivals.POSITIONS);

  /** One room, as somebody sees it. */
  public static final String ROOM = SqlRooms.FIND;

  /** The public rooms in the order of their names. */
  public static final String BROWSE = SqlRooms.BROWSE;

  /** When a message expires, and which ones have. */
  public static final List<String> EXPIRIES = List.of(SqlExpiries.NEXT, SqlExpiries.DUE);

  private HotStatements() {}
}
