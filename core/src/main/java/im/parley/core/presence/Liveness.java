package im.parley.core.presence;

/** Whether somebody is at one of their devices. */
public enum Liveness {
  /** No session of theirs is live. */
  ABSENT,
  /** A session is live, but has asked for nothing for {@link PresenceBoard#AWAY_AFTER}. */
  IDLE,
  /** A session is live and in use. */
  ACTIVE
}
