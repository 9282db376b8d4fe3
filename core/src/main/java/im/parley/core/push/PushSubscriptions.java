package im.parley.core.push;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.Optional;

/** Keeps the browsers that are pushed to. All calls wait for the store; changes are durable. */
public interface PushSubscriptions {

  /** How many browsers one user may have; the oldest goes for the next. */
  int MAX_PER_USER = 20;

  /**
   * Keeps a browser until its session ends. A browser whose endpoint is known already keeps its id,
   * whoever it belonged to.
   *
   * @param target the browser, under an id that is used if it is new
   * @return its id
   */
  String keep(UserId user, SessionId session, PushTarget target);

  /** Forgets a browser of this user's; false when there is none. */
  boolean remove(UserId user, String subscription);

  /** Forgets a browser that has gone, if it is still this one. */
  void forget(PushTarget target);

  /** The browser, as it is kept now; empty when it is not, or its session has ended. */
  Optional<PushTarget> find(String subscription);

  /** Whether there is any browser at all. */
  boolean any();
}
