package im.parley.store.sql;

import java.sql.SQLException;

/** What an engine's failures mean. */
public interface Faults {

  /** Whether it is about the disk or the way to the database, and so will meet the next one too. */
  boolean isLasting(Exception failure);

  /** Whether the same work, done again at once, may well succeed: others were in the way. */
  boolean isPassing(Throwable failure);

  /** Whether a commit that failed in this way certainly left nothing behind. */
  boolean leftNothing(SQLException failure);
}
