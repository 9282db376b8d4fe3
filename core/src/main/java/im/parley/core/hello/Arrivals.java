package im.parley.core.hello;

import im.parley.core.log.Page;
import im.parley.core.room.Rooms;
import im.parley.core.session.Sessions;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.RoomSummary;
import java.util.List;
import java.util.Optional;

/** What somebody finds who connects. */
public interface Arrivals {

  /**
   * Whose an access token is, and how their rooms stand: all of one moment, and never older than
   * what this process has acknowledged. Waits for the store.
   *
   * @param limit how many rooms are shown at most
   * @return empty when no live session has this token
   */
  Optional<Arrival> find(TokenHash access, int limit);

  /**
   * A moment.
   *
   * @param session the live session with the token, whatever its time
   * @param positions all rooms of its user, at most {@value Rooms#MAX_ROOMS_PER_USER}
   * @param newest those of them that are shown, the one with the newest message first
   */
  record Arrival(
      Sessions.ActiveSession session, List<Position> positions, Page<RoomSummary> newest) {

    public Arrival {
      positions = List.copyOf(positions);
    }
  }

  /**
   * How far a room's log has come.
   *
   * @param room which room
   * @param head the seq of its newest event
   */
  record Position(RoomId room, long head) {}
}
