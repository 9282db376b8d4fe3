package im.parley.edge.session;

import im.parley.core.live.LiveConfig;
import im.parley.core.live.NodeBus;
import im.parley.core.live.Notice;
import im.parley.core.room.Rooms;
import im.parley.core.session.Sessions;
import im.parley.edge.fanout.FanOut;
import im.parley.protocol.error.CloseCode;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All live conversations of this node. Safe to share. */
public final class LiveSessions implements ConnectionAcceptor {

  private static final Logger log = LoggerFactory.getLogger(LiveSessions.class);

  /** Those who are sent away come back spread over this time, not all at once. */
  private static final Duration RECONNECT_SPREAD = Duration.ofSeconds(2);

  /** Longer than a connection lingers after its close frame. */
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  /** What many nodes send back at once comes back spread over this time. */
  private static final Duration RETURN_SPREAD = Duration.ofSeconds(10);

  /** So many sessions are looked up at a time. */
  private static final int PORTION = 1_000;

  private final Rooms rooms;
  private final Sessions sessions;
  private final Roster roster;
  private final InFlight inFlight = new InFlight();
  private final SessionServices services;

  /** With nobody here yet. */
  public LiveSessions(
      Chat chat, FanOut fanOut, NodeBus bus, LiveConfig config, MeterRegistry registry) {
    this.rooms = chat.rooms();
    this.sessions = chat.sessions();
    this.roster = new Roster(config, chat.presence(), bus, registry);
    SessionWork work = new SessionWork(chat.dispatcher(), chat.greeter(), roster, inFlight);
    this.services = new SessionServices(work, inFlight, fanOut, roster);
  }

  @Override
  public ConnectionListener accept(Connection connection) {
    LiveSession session = new LiveSession(connection, services);
    roster.came(session);
    return session;
  }

  /** News for one user. Called on any thread; does not block. */
  public void notice(UserId user, Notice notice) {
    List<LiveSession> here = roster.of(user);
    if (here.isEmpty()) {
      return;
    }
    switch (notice) {
      case Notice.Joined(RoomId room) ->
          Thread.ofVirtual().name("joined").start(() -> joined(user, room));
      case Notice.Told(SignalEvent event) ->
          here.forEach(session -> session.onLoop(() -> session.tell(event)));
      case Notice.ToldElsewhere(SignalEvent event, var knowing) ->
          here.forEach(session -> session.onLoop(() -> session.tellUnless(knowing, event)));
    }
  }

  /**
   * Sessions of one user have ended. Called on any thread; does not block.
   *
   * @return completes when their conversations are over
   */
  public CompletableFuture<Void> ended(UserId user, List<SessionId> ended) {
    return endAll(roster.of(user).stream().filter(session -> ended.contains(session.recognised())));
  }

  private static CompletableFuture<Void> endAll(Stream<LiveSession> some) {
    return CompletableFuture.allOf(
        some.map(LiveSessions::end).toArray(CompletableFuture<?>[]::new));
  }

  private static CompletableFuture<Void> end(LiveSession session) {
    return CompletableFuture.runAsync(session::ended, session::onLoop);
  }

  /** Looks up which sessions have ended, and waits until their conversations are over. */
  public void closeEnded() {
    roster.signedIn().stream().gather(Gatherers.windowFixed(PORTION)).forEach(this::closeEnded);
  }

  private void closeEnded(List<LiveSession> some) {
    Set<SessionId> living =
        sessions.notEnded(some.stream().map(LiveSession::recognised).distinct().toList());
    endAll(some.stream().filter(session -> !living.contains(session.recognised()))).join();
  }

  /** Has everyone come back and resume, spread over some seconds. Does not block. */
  public void sendBack() {
    roster.forEach(session -> {
      long delay = ThreadLocalRandom.current().nextLong(RETURN_SPREAD.toMillis());
      var _ =
          session
              .eventLoop()
              .schedule(() -> session.close(CloseCode.DRAINING), delay, TimeUnit.MILLISECONDS);
    });
  }

  private void joined(UserId user, RoomId room) {
    try {
      rooms
          .find(room, user)
          .filter(summary -> summary.role() != null)
          .ifPresent(summary ->
              roster.of(user).forEach(session -> session.onLoop(() -> session.joined(summary))));
    } catch (RuntimeException e) {
      // Without the room these sessions would miss its events: they come back and find it.
      log.warn("Could not tell {} of room {}", user, room, e);
      roster.of(user).forEach(session -> session.onLoop(() -> session.close(CloseCode.INTERNAL)));
    }
  }

  /**
   * Ends all conversations so that their clients come back elsewhere: tells them, lets the commands
   * that have begun finish, closes, and waits until they have read why.
   *
   * @param patience how long commands may take to finish
   */
  public void drain(Duration patience) {
    roster.forEach(
        session -> session.tell(new SignalEvent(null, new Signal.ServerDraining(reconnectIn()))));
    await(inFlight.drain(), patience, "Some commands did not finish");
    roster.forEach(session -> session.close(CloseCode.DRAINING));
    await(roster.empty(), GOODBYE, "Some connections did not close");
  }

  private static long reconnectIn() {
    return ThreadLocalRandom.current().nextLong(RECONNECT_SPREAD.toMillis());
  }

  private static void await(CompletableFuture<Void> done, Duration patience, String otherwise) {
    try {
      done.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("{} within {}", otherwise, patience);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Draining cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
