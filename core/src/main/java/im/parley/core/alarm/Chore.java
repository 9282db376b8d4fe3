package im.parley.core.alarm;

import java.time.Instant;
import java.util.Optional;

/** What has to be done whenever it is due. One thread at a time; both calls may wait. */
public interface Chore {

  /** When there is something to do; empty when there is nothing. */
  Optional<Instant> next();

  /** Does some of what is due now, what is due longest first. What it leaves is due still. */
  void doSome(Instant now);
}
