package im.parley.core.fake;

import im.parley.core.account.Accounts;
import im.parley.core.session.Sessions;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.SessionInfo;
import im.parley.protocol.view.User;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sessions in memory. */
public final class InMemorySessions implements Sessions {

  private final Accounts accounts;
  private final Map<SessionId, Live> live = new HashMap<>();

  /** Refresh tokens that were traded, and the session of each. */
  private final Map<TokenHash, SessionId> traded = new HashMap<>();

  public InMemorySessions(Accounts accounts) {
    this.accounts = accounts;
  }

  /** A session as it stands. */
  private record Live(NewSession begun, Tokens tokens, Instant lastSeen) {}

  @Override
  public synchronized List<SessionId> begin(NewSession session) {
    List<SessionId> ended = new ArrayList<>();
    of(session.user())
        .sorted(Comparator.comparing(Live::lastSeen).reversed())
        .skip(MAX_PER_USER - 1)
        .forEach(old -> ended.add(old.begun().id()));
    ended.forEach(live::remove);
    live.put(session.id(), new Live(session, session.tokens(), session.now()));
    return ended;
  }

  @Override
  public synchronized Optional<ActiveSession> byAccessToken(TokenHash access) {
    return live.values().stream()
        .filter(session -> session.tokens().access().equals(access))
        .findFirst()
        .map(session ->
            new ActiveSession(
                session.begun().id(), user(session), session.tokens().accessExpiresAt()));
  }

  @Override
  public synchronized Set<SessionId> notEnded(Collection<SessionId> sessions) {
    return sessions.stream().filter(live::containsKey).collect(Collectors.toSet());
  }

  @Override
  public synchronized Rotation rotate(TokenHash refresh, Tokens next, Instant now) {
    Live reused = live.get(traded.getOrDefault(refresh, new SessionId("none")));
    if (reused != null) {
      live.remove(reused.begun().id());
      return new Rotation.Reused(reused.begun().id(), reused.begun().user());
    }
    return live.values().stream()
        .filter(session -> session.tokens().refresh().equals(refresh))
        .filter(session -> now.isBefore(session.tokens().refreshExpiresAt()))
        .findFirst()
        .<Rotation>map(session -> trade(session, refresh, next, now))
        .orElseGet(Rotation.Unknown::new);
  }

  private Rotation trade(Live session, TokenHash refresh, Tokens next, Instant now) {
    SessionId id = session.begun().id();
    traded.put(refresh, id);
    live.put(id, new Live(session.begun(), next, now));
    return new Rotation.Rotated(id, user(session));
  }

  @Override
  public synchronized boolean end(UserId user, SessionId session) {
    Live found = live.get(session);
    return found != null && found.begun().user().equals(user) && live.remove(session, found);
  }

  @Override
  public synchronized List<SessionInfo> list(UserId user, SessionId current) {
    return of(user)
        .sorted(Comparator.comparing(Live::lastSeen).reversed())
        .map(session ->
            new SessionInfo(
                session.begun().id(),
                session.begun().device(),
                session.begun().address(),
                session.begun().now(),
                session.lastSeen(),
                session.begun().id().equals(current)))
        .toList();
  }

  private Stream<Live> of(UserId user) {
    return live.values().stream().filter(session -> session.begun().user().equals(user));
  }

  private User user(Live session) {
    return accounts.find(session.begun().user()).orElseThrow();
  }
}
