package im.parley.edge.session;

import im.parley.core.hello.Arrivals;
import im.parley.core.log.Page;
import im.parley.core.room.Rooms;
import im.parley.core.session.Sessions;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Ban;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.SessionInfo;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One user with one session, in the rooms that the test says; the door can be held shut. */
final class FakeHouse implements Sessions, Rooms, Arrivals {

  static final User ADA = new User(new UserId("ada"), "ada", "Ada", null, null);
  static final SessionId SESSION = new SessionId("s1");
  static final String TOKEN = "pa_" + "x".repeat(43);

  /** Whoever asks for the user's rooms waits until it is open. */
  final CountDownLatch door = new CountDownLatch(1);

  /** Open once somebody waits at the door. */
  final CountDownLatch somebodyWaits = new CountDownLatch(1);

  @Override
  public Optional<ActiveSession> byAccessToken(TokenHash access) {
    return access.equals(TokenHash.of(TOKEN))
        ? Optional.of(new ActiveSession(SESSION, ADA, Instant.MAX))
        : Optional.empty();
  }

  /** Whether the session has not ended yet. */
  volatile boolean signedIn = true;

  @Override
  public Set<SessionId> notEnded(Collection<SessionId> sessions) {
    return signedIn ? Set.copyOf(sessions) : Set.of();
  }

  @Override
  public Optional<Arrival> find(TokenHash access, int limit) {
    somebodyWaits.countDown();
    try {
      door.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return byAccessToken(access)
        .map(session -> new Arrival(session, List.of(), new Page<>(List.of(), false)));
  }

  @Override
  public Optional<RoomSummary> find(RoomId room, UserId viewer) {
    return Optional.of(
        new RoomSummary(
            room,
            RoomKind.PUBLIC,
            "Engines",
            null,
            null,
            Role.MEMBER,
            1,
            1,
            0,
            1,
            0,
            0,
            NotifyLevel.ALL,
            null,
            null,
            null,
            null,
            null,
            null));
  }

  @Override
  public boolean isMember(RoomId room, UserId user) {
    return true;
  }

  @Override
  public Page<RoomSummary> mine(UserId user, @Nullable RoomId after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<RoomSummary> browse(UserId viewer, String query, @Nullable RoomId after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Ban> bans(RoomId room, @Nullable UserId after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<Member> members(RoomId room, @Nullable UserId after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SessionId> begin(NewSession session) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Rotation rotate(TokenHash refresh, Tokens next, Instant now) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean end(UserId user, SessionId session) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<SessionInfo> list(UserId user, SessionId current) {
    throw new UnsupportedOperationException();
  }
}
