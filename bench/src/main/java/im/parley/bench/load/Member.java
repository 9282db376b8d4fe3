package im.parley.bench.load;

import java.util.List;

/**
 * Somebody who is known to the server.
 *
 * @param user the id
 * @param token proves it, where the server asks for proof
 * @param rooms the rooms that they are in
 */
public record Member(String user, String token, List<String> rooms) {

  public Member {
    rooms = List.copyOf(rooms);
  }
}
