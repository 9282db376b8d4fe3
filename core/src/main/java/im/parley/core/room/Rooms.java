package im.parley.core.room;

import im.parley.core.log.Page;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ban;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.RoomSummary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rooms as views of their logs. Every answer is one consistent moment, and never older than
 * what this process has acknowledged. All calls wait for the store.
 */
public interface Rooms {

  /** One room as this user sees it: theirs, or a public one; empty for any other. */
  Optional<RoomSummary> find(RoomId room, UserId viewer);

  /** Whether the user is a member now. */
  boolean isMember(RoomId room, UserId user);

  /** The user's rooms by id, after this one. */
  Page<RoomSummary> mine(UserId user, @Nullable RoomId after, int limit);

  /**
   * Public rooms that are not archived, by name, then id, whose name contains the query in any
   * case.
   */
  Page<RoomSummary> browse(UserId viewer, String query, @Nullable RoomId after, int limit);

  /** Members by user id, after this one. */
  Page<Member> members(RoomId room, @Nullable UserId after, int limit);

  /** Those who may not come back, by user id, after this one. */
  Page<Ban> bans(RoomId room, @Nullable UserId after, int limit);

  /** How many rooms one user may be in; the next one is refused with {@code conflict}. */
  int MAX_ROOMS_PER_USER = 1000;
}
