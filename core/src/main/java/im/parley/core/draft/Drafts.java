package im.parley.core.draft;

import im.parley.core.log.Page;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Draft;

/** Keeps what people have begun to write and not sent. All calls wait for the store. */
public interface Drafts {

  /**
   * Keeps a draft, durably, instead of the one that was kept in its room and thread; an empty text
   * takes that away. Of more than {@value #MAX_PER_USER} the one that was changed longest ago goes.
   * Whoever leaves the room loses theirs in it.
   *
   * @throws im.parley.protocol.error.RefusedException if the user is not a member: {@code
   *     forbidden} in a public room, {@code not_found} in any other
   */
  void set(UserId user, Draft draft);

  /** The user's drafts by room id, then thread, after this place. */
  Page<Draft> of(UserId user, After after, int limit);

  /**
   * A place in a user's drafts.
   *
   * @param room the id of a room; empty for the beginning
   * @param thread a thread of it; 0 for the room itself
   */
  record After(String room, long thread) {

    /** After all drafts in this room and thread. */
    public static After of(RoomId room, long thread) {
      return new After(room.value(), thread);
    }

    /** Before all drafts. */
    public static final After NOTHING = new After("", 0);
  }

  /** How many drafts one user has. */
  int MAX_PER_USER = 200;
}
