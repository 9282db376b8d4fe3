package im.parley.store.sql;

import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;

/** A member as the writer works on it. */
public final class LoadedMember {

  public final long room;
  public final UserId user;

  public Role role;
  public long readSeq;
  public long readNumber;

  /** Counts only where it is further than the read mark: see {@link #delivered}. */
  public long deliveredSeq;

  /** Until when they may not write, and when they last did, in milliseconds since 1970. */
  public long mutedUntil;

  public long postedAt;

  LoadedMember(long room, UserId user, Role role) {
    this.room = room;
    this.user = user;
    this.role = role;
  }

  /** How far the room has reached them: reading implies it. */
  public long delivered() {
    return Math.max(readSeq, deliveredSeq);
  }
}
