package im.parley.edge.session;

import im.parley.core.live.LiveConfig;
import im.parley.core.live.NodeBus;
import im.parley.core.presence.PresenceBoard;
import im.parley.protocol.id.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is here: every live connection of this node, and which belong to which user. */
final class Roster {

  private final LiveConfig config;
  private final PresenceBoard presence;
  private final NodeBus bus;
  private final Map<EventLoop, LoopRoster> loops = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<UserId, List<LiveSession>> users = new ConcurrentHashMap<>();

  Roster(LiveConfig config, PresenceBoard presence, NodeBus bus, MeterRegistry registry) {
    this.config = config;
    this.presence = presence;
    this.bus = bus;
    Gauge.builder("parley.users.live", users, Map::size)
        .description("Users with at least one live session on this node")
        .register(registry);
  }

  /** A connection is open. Called on its event loop. */
  void came(LiveSession session) {
    loop(session).add(session);
  }

  /** A connection has closed. Called on its event loop. */
  void left(LiveSession session) {
    loop(session).remove(session);
  }

  /**
   * A session's user is known.
   *
   * @return completes when their news reach it
   */
  CompletableFuture<Void> signedIn(UserId user, LiveSession session) {
    CompletableFuture<Void> heard = bus.follow(user);
    users.compute(
        user, (_, sessions) -> sessions == null ? first(user, session) : joined(sessions, session));
    return heard;
  }

  /** Under the user's entry, so that coming and going are told in order. */
  private List<LiveSession> first(UserId user, LiveSession session) {
    presence.here(user);
    return List.of(session);
  }

  /** A session's conversation is over. Doing this twice does nothing. */
  void signedOut(UserId user, LiveSession session) {
    users.computeIfPresent(
        user,
        (_, sessions) -> {
          List<LiveSession> rest = sessions.stream().filter(other -> other != session).toList();
          if (rest.size() < sessions.size()) {
            bus.leave(user);
          }
          return rest.isEmpty() ? nobody(user) : rest;
        });
    presence.unwatch(session);
  }

  private @Nullable List<LiveSession> nobody(UserId user) {
    presence.gone(user);
    return null;
  }

  /** The sessions of a user on this node, now. */
  List<LiveSession> of(UserId user) {
    return users.getOrDefault(user, List.of());
  }

  /** Every session whose user is known, now. */
  List<LiveSession> signedIn() {
    return users.values().stream().flatMap(List::stream).toList();
  }

  /** Does something with every open connection, each on its event loop. */
  void forEach(Consumer<LiveSession> action) {
    loops.values().forEach(loop -> loop.forEach(action));
  }

  /** Completes when every connection has closed, if no other comes meanwhile. */
  CompletableFuture<Void> empty() {
    return CompletableFuture.allOf(
        loops.values().stream().map(LoopRoster::empty).toArray(CompletableFuture<?>[]::new));
  }

  private LoopRoster loop(LiveSession session) {
    return loops.computeIfAbsent(session.eventLoop(), loop -> new LoopRoster(loop, config));
  }

  private static List<LiveSession> joined(List<LiveSession> some, LiveSession one) {
    return Stream.concat(some.stream(), Stream.of(one)).toList();
  }
}
