package im.parley.store.sqlite;

import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;

/** A member as the writer works on it. */
final class LoadedMember {

  final long room;
  final UserId user;

  Role role;
  long readSeq;
  long readNumber;

  /** Counts only where it is further than the read mark: see {@link #delivered}. */
  long deliveredSeq;

  /** Until when they may not write, and when they last did, in milliseconds since 1970. */
  long mutedUntil;

  long postedAt;

  LoadedMember(long room, UserId user, Role role) {
    this.room = room;
    this.user = user;
    this.role = role;
  }

  /** How far the room has reached them: reading implies it. */
  long delivered() {
    return Math.max(readSeq, deliveredSeq);
  }
}
