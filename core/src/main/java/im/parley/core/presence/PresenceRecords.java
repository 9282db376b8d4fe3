package im.parley.core.presence;

import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Keeps what outlives live sessions of users' presence. */
public interface PresenceRecords {

  /** What is kept about these users; those who do not exist are left out. Waits for the store. */
  Map<UserId, PresenceRecord> find(Collection<UserId> users);

  /**
   * Keeps a choice, durably, in place of the last one. Waits for the store.
   *
   * @return what is kept now
   */
  PresenceRecord choose(UserId user, Chosen chosen);

  /**
   * Keeps when a user was last there, unless they were hiding then. Does not wait; at times of
   * great load, or of trouble, it may be lost.
   */
  void seen(UserId user, Instant at);
}
