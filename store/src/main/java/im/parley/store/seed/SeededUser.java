package im.parley.store.seed;

import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.util.List;

/**
 * A user whom a store was filled with.
 *
 * @param id whose account it is
 * @param username its unique name
 * @param accessToken of the user's one session
 * @param rooms the rooms that the user is in
 */
public record SeededUser(UserId id, String username, String accessToken, List<RoomId> rooms) {

  public SeededUser {
    rooms = List.copyOf(rooms);
  }

  /** Without the token: this may be logged. */
  @Override
  public String toString() {
    return "SeededUser[id=" + id + ", username=" + username + "]";
  }
}
