package im.parley.core.fake;

import im.parley.core.hello.Arrivals;
import im.parley.core.session.Sessions;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.UserId;
import java.util.Optional;

/** What those find who connect to an {@link InMemoryChat}. */
public final class InMemoryArrivals implements Arrivals {

  private final Sessions sessions;
  private final InMemoryRooms rooms;

  public InMemoryArrivals(Sessions sessions, InMemoryRooms rooms) {
    this.sessions = sessions;
    this.rooms = rooms;
  }

  @Override
  public Optional<Arrival> find(TokenHash access, int limit) {
    return sessions
        .byAccessToken(access)
        .map(session -> {
          UserId user = session.user().id();
          return new Arrival(
              session,
              rooms.newest(user, Integer.MAX_VALUE).items().stream()
                  .map(room -> new Position(room.id(), room.head()))
                  .toList(),
              rooms.newest(user, limit));
        });
  }
}
