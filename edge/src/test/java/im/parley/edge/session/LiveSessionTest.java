package im.parley.edge.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.CommandMeter;
import im.parley.core.dispatch.Dispatcher;
import im.parley.core.dispatch.Handler;
import im.parley.core.hello.Greeter;
import im.parley.core.live.LiveConfig;
import im.parley.core.live.Notice;
import im.parley.core.log.Draft;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.NewRoom;
import im.parley.core.log.Outcome;
import im.parley.core.log.Page;
import im.parley.core.log.RoomCreated;
import im.parley.core.log.RoomLog;
import im.parley.core.session.Authenticator;
import im.parley.edge.fanout.FanOut;
import im.parley.edge.testing.FakeNodeBus;
import im.parley.protocol.command.Ping;
import im.parley.protocol.command.WatchPresence;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.CommandReader;
import im.parley.protocol.reply.Done;
import im.parley.protocol.reply.Presences;
import im.parley.protocol.view.PresenceState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSessionTest {

  private static final String HELLO =
      "{\"id\":1,\"type\":\"hello\",\"data\":{\"token\":\"" + FakeHouse.TOKEN + "\"}}";
  private static final Duration LONG = Duration.ofMinutes(10);

  private final EventLoop loop = new DefaultEventLoop();
  private final FakeHouse house = new FakeHouse();
  private final List<CompletableFuture<Done>> pings = new CopyOnWriteArrayList<>();
  private final FakeConnection connection = new FakeConnection(loop);

  @AfterEach
  void stopLoop() {
    var _ = loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  @Test
  void whoSaysNothingIsSentAway() throws Exception {
    open(new LiveConfig(Duration.ofMillis(50), LONG));

    assertThat(connection.next()).isEqualTo("closed 4101");
  }

  @Test
  void whoIsSilentForTwoHeartbeatsIsPingedAndThenClosed() throws Exception {
    house.door.countDown();
    ConnectionListener peer = open(new LiveConfig(LONG, Duration.ofMillis(500)));
    receive(peer, HELLO);
    assertThat(connection.next()).startsWith("{\"id\":1,\"ok\":");

    assertThat(connection.next()).isEqualTo("ping");
    connection.heard();
    assertThat(connection.next()).isEqualTo("ping");
    String next = connection.next();
    while (next.equals("ping")) {
      next = connection.next();
    }
    assertThat(next).isEqualTo("closed 4003");
  }

  @Test
  void commandsThatComeWithHelloWaitForItsAnswer() throws Exception {
    ConnectionListener peer = open(new LiveConfig(LONG, LONG));
    receive(peer, HELLO);
    receive(peer, "{\"id\":2,\"type\":\"ping\"}");
    house.somebodyWaits.await();
    house.door.countDown();

    assertThat(connection.next()).startsWith("{\"id\":1,\"ok\":");
    answerPing(0);
    assertThat(connection.next()).isEqualTo("{\"id\":2,\"ok\":{}}");
  }

  @Test
  void theThirtyThirdUnansweredCommandIsRefusedAndTheNextOneAfterAnAnswerIsNot() throws Exception {
    house.door.countDown();
    ConnectionListener peer = open(new LiveConfig(LONG, LONG));
    receive(peer, HELLO);
    assertThat(connection.next()).startsWith("{\"id\":1,\"ok\":");
    for (int id = 2; id <= 34; id++) {
      receive(peer, "{\"id\":" + id + ",\"type\":\"ping\"}");
    }
    assertThat(connection.next()).startsWith("{\"id\":34,\"error\":{\"code\":\"overloaded\"");

    answerPing(0);
    assertThat(connection.next()).isEqualTo("{\"id\":2,\"ok\":{}}");
    receive(peer, "{\"id\":35,\"type\":\"ping\"}");
    answerPing(32);
    assertThat(connection.next()).isEqualTo("{\"id\":35,\"ok\":{}}");
  }

  @Test
  void whatHappensWhileHelloIsLookedAtIsNotMissed() throws Exception {
    LiveSessions sessions = sessions(new LiveConfig(LONG, LONG));
    ConnectionListener peer = open(sessions);
    receive(peer, HELLO);
    house.somebodyWaits.await();
    var _ = sessions.ended(FakeHouse.ADA.id(), List.of(new SessionId("another")));
    var _ = sessions.ended(FakeHouse.ADA.id(), List.of(FakeHouse.SESSION));
    house.door.countDown();

    assertThat(connection.next()).startsWith("{\"id\":1,\"ok\":");
    assertThat(connection.next()).isEqualTo("closed 4102");
  }

  @Test
  void aRoomThatIsJoinedReachesTheOpenSession() throws Exception {
    house.door.countDown();
    LiveSessions sessions = sessions(new LiveConfig(LONG, LONG));
    ConnectionListener peer = open(sessions);
    receive(peer, HELLO);
    assertThat(connection.next()).startsWith("{\"id\":1,\"ok\":");

    sessions.notice(FakeHouse.ADA.id(), new Notice.Joined(new RoomId("r1")));

    assertThat(connection.next()).startsWith("{\"type\":\"room.added\",\"room\":\"r1\",");
  }

  @Test
  void aChangeIsToldAfterTheAnswerThatItFollowsOn() throws Exception {
    house.door.countDown();
    ConnectionListener peer = open(sessions(new LiveConfig(LONG, LONG)));
    receive(peer, HELLO);
    assertThat(connection.next()).startsWith("{\"id\":1,\"ok\":");

    receive(peer, "{\"id\":2,\"type\":\"presence.watch\",\"data\":{\"users\":[]}}");

    assertThat(connection.next()).startsWith("{\"id\":2,\"ok\":");
    assertThat(connection.next()).startsWith("{\"type\":\"presence\",");
  }

  private ConnectionListener open(LiveConfig config) {
    return open(sessions(config));
  }

  private ConnectionListener open(LiveSessions sessions) {
    return loop.submit(() -> sessions.accept(connection)).syncUninterruptibly().getNow();
  }

  private void receive(ConnectionListener peer, String text) {
    loop.submit(() -> peer.received(new CommandReader().read(text.getBytes(UTF_8))))
        .syncUninterruptibly();
  }

  /** Answers a ping, once it has come. */
  private void answerPing(int index) {
    while (pings.size() <= index) {
      Thread.onSpinWait();
    }
    pings.get(index).complete(new Done());
  }

  private LiveSessions sessions(LiveConfig config) {
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    EmptyLog log = new EmptyLog();
    Greeter greeter =
        new Greeter(
            new Authenticator(house, InstantSource.system()),
            house,
            log,
            config,
            InstantSource.system());
    Dispatcher dispatcher =
        new Dispatcher(
            (caller, type) -> {},
            new CommandMeter(registry),
            List.of(
                new Handler.Pipelined<>(Ping.TYPE, (caller, ping) -> held()),
                new Handler.ForSignedIn<>(WatchPresence.TYPE, LiveSessionTest::watch)));
    FakeNodeBus bus = new FakeNodeBus();
    FanOut fanOut = new FanOut(log, bus, registry);
    return new LiveSessions(
        new Chat(dispatcher, greeter, house, house, new FakePresence()),
        fanOut,
        bus,
        config,
        registry);
  }

  /** A change is told before the answer is there. */
  private static Presences watch(Caller.SignedIn caller, WatchPresence command) {
    Signal change =
        new Signal.PresenceChanged(caller.user(), PresenceState.ONLINE, null, null, null);
    caller.line().orElseThrow().say(new SignalEvent(null, change));
    return new Presences(List.of());
  }

  private CompletableFuture<Done> held() {
    CompletableFuture<Done> answer = new CompletableFuture<>();
    pings.add(answer);
    return answer;
  }

  /** Nothing has happened in any room. */
  private static final class EmptyLog implements RoomLog {

    @Override
    public String epoch() {
      return "e1";
    }

    @Override
    public Page<DurableEvent> events(RoomId room, long after, int limit) {
      return new Page<>(new ArrayList<>(), false);
    }

    @Override
    public Map<RoomId, Long> heads(Collection<RoomId> rooms) {
      return Map.of();
    }

    @Override
    public CompletableFuture<Outcome> append(Draft draft) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<RoomCreated> create(NewRoom room) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MessagePage messages(RoomId room, UserId viewer, HistoryWindow window, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MessagePage thread(RoomId room, UserId viewer, long root, long after, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MessagePage pins(RoomId room, UserId viewer) {
      throw new UnsupportedOperationException();
    }
  }
}
