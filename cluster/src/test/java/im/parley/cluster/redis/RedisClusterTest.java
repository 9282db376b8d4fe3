package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.cluster.contract.BusContract;
import im.parley.cluster.contract.RecordingListener;
import im.parley.cluster.contract.SharedLog;
import im.parley.cluster.fixture.RedisProgram;
import im.parley.cluster.fixture.RedisServer;
import im.parley.cluster.fixture.RedisServers;
import im.parley.core.live.NodeBus;
import im.parley.core.presence.OtherNodes;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import io.lettuce.core.cluster.SlotHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * On a real Redis Cluster: always on one of version 6.2, and on one that carries channels by their
 * slots where the machine has it.
 */
@ParameterizedClass
@MethodSource("programs")
class RedisClusterTest extends BusContract {

  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ADA = new UserId("ada");
  private static final Signal TYPING = new Signal.Typing(ADA, true);
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<SessionId> SESSIONS = List.of(new SessionId("s1"));

  private final List<RedisBus> open = new ArrayList<>();
  private final RedisProgram program;

  @SuppressWarnings("NullAway.Init")
  private static RedisServers redis;

  RedisClusterTest(RedisProgram program) {
    this.program = program;
  }

  static Stream<RedisProgram> programs() throws IOException {
    return Stream.concat(Stream.of(RedisProgram.bundled()), RedisProgram.ofMachine(7).stream());
  }

  @BeforeParameterizedClassInvocation
  static void start(RedisProgram program) throws IOException {
    redis = RedisServers.start(program);
  }

  @AfterEach
  void heal() throws IOException {
    open.forEach(RedisBus::close);
    open.clear();
    redis.heal();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws IOException {
    redis.close();
  }

  private RedisAddress address() {
    return RedisAddress.of(redis.url());
  }

  private RedisBus node(RecordingListener listener, SharedLog log) {
    RedisBus bus = RedisBus.join(address(), new SimpleMeterRegistry());
    open.add(bus);
    bus.listen(listener, log);
    return bus;
  }

  /** Ends wait for nobody once every node must know the map. */
  @Override
  protected Ends open(RecordingListener near, RecordingListener far, SharedLog log) {
    Ends ends = new Ends(node(near, log), node(far, log));
    await(() -> ends(ends.speaking(), new UserId("nobody")));
    near.forget();
    far.forget();
    return ends;
  }

  private static boolean ends(NodeBus bus, UserId user) {
    try {
      bus.end(user, SESSIONS);
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  /** The first name of its kind whose channel or key is in a slot of this master. */
  private String nameAt(RedisServer master, UnaryOperator<String> channel) {
    return IntStream.iterate(0, number -> number + 1)
        .mapToObj(number -> "x" + number)
        .filter(name -> redis.masterOf(SlotHash.getSlot(channel.apply(name))).equals(master))
        .findFirst()
        .orElseThrow();
  }

  private RoomId roomAt(RedisServer master) {
    return new RoomId(nameAt(master, name -> Channels.of(new RoomId(name))));
  }

  /** The slot at whose master nodes meet on this channel. */
  private int slotOf(String channel) {
    return SlotHash.getSlot(program.major() < 7 ? Channels.NODES : channel);
  }

  /** Has another master serve the slot at whose master nodes meet on this channel. */
  private void move(String channel) throws IOException {
    RedisServer from = redis.masterOf(slotOf(channel));
    int number = redis.masters().indexOf(from);
    redis.move(slotOf(channel), redis.masters().get((number + 1) % redis.masters().size()));
  }

  @Test
  void roomsOfEveryMasterAreHeard() throws Exception {
    SharedLog log = new SharedLog();
    RecordingListener listener = new RecordingListener();
    RedisBus speaking = node(new RecordingListener(), log);
    RedisBus hearing = node(listener, log);
    for (RedisServer master : redis.masters()) {
      RoomId room = roomAt(master);
      hearing.follow(room).get(10, TimeUnit.SECONDS);
      listener.awaitNews(
          new RecordingListener.Signalled(room, TYPING), () -> speaking.signal(room, TYPING));
    }
  }

  @Test
  void whoIsWhereIsKeptAtEveryMaster() throws Exception {
    OtherNodes far = node(new RecordingListener(), new SharedLog()).otherNodes();
    OtherNodes near = node(new RecordingListener(), new SharedLog()).otherNodes();
    for (RedisServer master : redis.masters()) {
      UserId user = new UserId(nameAt(master, name -> Channels.hereKey(new UserId(name))));
      far.here(user, NOON);
      await(() -> near.activeAt(user).equals(Optional.of(NOON)));
      far.gone(user, NOON);
      await(() -> near.activeAt(user).isEmpty());
    }
  }

  @Test
  void aSlotThatMovesIsFollowed() throws Exception {
    SharedLog log = new SharedLog();
    RecordingListener listener = new RecordingListener();
    RedisBus speaking = node(new RecordingListener(), log);
    node(listener, log).follow(ROOM).get(10, TimeUnit.SECONDS);
    move(Channels.of(ROOM));
    speaking.publish(log.post(ROOM, 3));
    listener.awaitNews(new RecordingListener.Alone());
    assertAll(listener, log);
    awaitSignals(speaking, listener);
  }

  @Test
  void aNodeBelievesInItsMapForAsLongAsAllMastersDo() throws Exception {
    RecordingListener near = new RecordingListener();
    RedisBus speaking = (RedisBus) open(near, new RecordingListener(), new SharedLog()).speaking();
    move(Channels.of(ADA));
    assertThatThrownBy(() -> speaking.end(ADA, SESSIONS))
        .as("another node may have listened elsewhere before that was said")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("other servers could not be told");
    near.awaitNews(new RecordingListener.Reunited());
  }

  @Test
  void aSessionIsOverWhenThoseWithAnOldMapKnowThatTheyAreAlone() throws Exception {
    RedisBus bus = node(new RecordingListener(), new SharedLog());
    long start = System.nanoTime();
    bus.end(ADA, SESSIONS);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Endings.BOUND);
    start = System.nanoTime();
    bus.end(ADA, SESSIONS);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Nodes.SILENCE);
  }

  @Test
  void whileAMasterIsAwayTheLogIsAsked() throws Exception {
    SharedLog log = new SharedLog();
    RecordingListener listener = new RecordingListener();
    RedisBus speaking = node(new RecordingListener(), log);
    node(listener, log).follow(ROOM).get(10, TimeUnit.SECONDS);
    redis.masterOf(slotOf(Channels.of(ROOM))).kill();
    listener.awaitNews(new RecordingListener.Alone());
    speaking.publish(log.post(ROOM, 3));
    assertAll(listener, log);
    assertThatThrownBy(() -> RedisBus.join(address(), new SimpleMeterRegistry()))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("refused");

    redis.heal();
    awaitSignals(speaking, listener);
  }

  @Test
  void oneMasterThatIsSilentLeavesANodeAlone() throws Exception {
    RecordingListener listener = new RecordingListener();
    SharedLog log = new SharedLog();
    RedisBus speaking = node(new RecordingListener(), log);
    node(listener, log).follow(ROOM).get(10, TimeUnit.SECONDS);
    int number = redis.masters().indexOf(redis.masterOf(slotOf(Channels.of(ROOM))));
    RedisServer another = redis.masters().get((number + 1) % redis.masters().size());
    another.hold(true);
    listener.awaitNews(new RecordingListener.Alone());
    speaking.publish(log.post(ROOM, 3));
    assertAll(listener, log);

    another.hold(false);
    awaitSignals(speaking, listener);
  }

  @Test
  void aClusterThatIsNotCompleteIsRefused() throws Exception {
    int slot = slotOf(Channels.of(ROOM));
    RedisServer master = redis.masterOf(slot);
    for (RedisServer each : redis.masters()) {
      each.tell("CLUSTER", "DELSLOTS", Integer.toString(slot));
    }
    assertThatThrownBy(() -> RedisBus.join(address(), new SimpleMeterRegistry()))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("not complete, no master serves slot " + slot);
    master.tell("CLUSTER", "ADDSLOTS", Integer.toString(slot));
  }

  @Test
  void aClusterHasNoDatabases() {
    assertThatThrownBy(
            () -> RedisBus.join(RedisAddress.of(redis.url() + "/3"), new SimpleMeterRegistry()))
        .isInstanceOf(RedisException.class)
        .hasMessageContaining("no databases");
  }

  /** Waits until what one node says of the moment is heard by another: no log has it. */
  private static void awaitSignals(RedisBus speaking, RecordingListener listener) throws Exception {
    listener.awaitNews(new RecordingListener.Reunited());
    listener.awaitNews(
        new RecordingListener.Signalled(ROOM, TYPING), () -> speaking.signal(ROOM, TYPING));
  }

  private static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it came true in time").isLessThan(until);
      Thread.onSpinWait();
    }
  }

  private static void assertAll(RecordingListener listener, SharedLog log) throws Exception {
    for (DurableEvent event : log.events(ROOM, 0, 1_000).items()) {
      assertThat(listener.nextEvent()).isEqualTo(event);
    }
  }
}
