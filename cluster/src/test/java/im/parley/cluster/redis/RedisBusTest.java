package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.cluster.contract.BusContract;
import im.parley.cluster.contract.RecordingListener;
import im.parley.cluster.contract.SharedLog;
import im.parley.cluster.fixture.RedisServer;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisBusTest extends BusContract {

  private static final RoomId ROOM = new RoomId("r1");
  private static final UserId ADA = new UserId("ada");

  private final List<RedisBus> open = new ArrayList<>();
  private RedisServer redis;

  @BeforeEach
  void start() throws IOException {
    redis = RedisServer.start();
  }

  @AfterEach
  void stop() {
    open.forEach(RedisBus::close);
    redis.close();
  }

  private RedisBus node(RecordingListener listener, SharedLog log) {
    RedisBus bus = RedisBus.join(RedisAddress.of(redis.url()), new SimpleMeterRegistry());
    open.add(bus);
    bus.listen(listener, log);
    return bus;
  }

  @Override
  protected Ends open(RecordingListener near, RecordingListener far, SharedLog log) {
    return new Ends(node(near, log), node(far, log));
  }

  @Test
  void whatNobodyToldIsReadFromTheLog() throws Exception {
    SharedLog log = new SharedLog();
    RecordingListener listener = new RecordingListener();
    RedisBus speaking = node(new RecordingListener(), log);
    node(listener, log).follow(ROOM).get(10, TimeUnit.SECONDS);
    log.post(ROOM, 700);
    speaking.publish(log.post(ROOM, 1));
    assertAll(listener, log);
    log.post(ROOM, 1);
    assertThat(listener.nextEvent().seq()).as("in a room that is quiet since").isEqualTo(702);
  }

  @Test
  void whileRedisIsAwayTheLogIsAsked() throws Exception {
    SharedLog log = new SharedLog();
    RecordingListener listener = new RecordingListener();
    RedisBus speaking = node(new RecordingListener(), log);
    RedisBus hearing = node(listener, log);
    hearing.follow(ROOM).get(10, TimeUnit.SECONDS);
    redis.kill();
    listener.awaitNews(new RecordingListener.Alone());
    speaking.publish(log.post(ROOM, 3));
    assertAll(listener, log);
    RoomId other = new RoomId("r2");
    log.post(other, 1);
    hearing.follow(other).get(10, TimeUnit.SECONDS);

    redis.startAgain();
    listener.awaitNews(new RecordingListener.Reunited());
    speaking.publish(log.post(other, 1));
    assertThat(listener.nextEvent().seq()).isEqualTo(2);
  }

  @Test
  void aLinkThatIsSilentIsNoLink() throws Exception {
    SharedLog log = new SharedLog();
    RecordingListener listener = new RecordingListener();
    RedisBus speaking = node(new RecordingListener(), log);
    node(listener, log).follow(ROOM).get(10, TimeUnit.SECONDS);
    redis.hold(true);
    speaking.publish(log.post(ROOM, 3));
    listener.awaitNews(new RecordingListener.Alone());
    assertAll(listener, log);

    redis.hold(false);
    listener.awaitNews(new RecordingListener.Reunited());
    speaking.publish(log.post(ROOM, 1));
    assertThat(listener.nextEvent().seq()).as("and nothing comes again").isEqualTo(4);
  }

  @Test
  void aSessionIsNotSaidToBeOverWhenOthersCannotBeTold() throws Exception {
    RecordingListener near = new RecordingListener();
    RedisBus speaking = node(near, new SharedLog());
    speaking.follow(ADA).get(10, TimeUnit.SECONDS);
    redis.hold(true);
    List<SessionId> sessions = List.of(new SessionId("s1"));
    assertThatThrownBy(() -> speaking.end(ADA, sessions))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("other servers could not be told");
    assertThat(near.ended()).as("here it is over").containsExactly(sessions);

    redis.hold(false);
    near.awaitNews(new RecordingListener.Reunited());
    speaking.end(ADA, sessions);
  }

  @Test
  void aSessionIsOverWhenOneWhoCannotBeHeardKnowsThatItIsAlone() throws Exception {
    RecordingListener far = new RecordingListener();
    RedisBus speaking = node(new RecordingListener(), new SharedLog());
    node(far, new SharedLog()).follow(ADA).get(10, TimeUnit.SECONDS);
    far.over = new CompletableFuture<>();
    long start = System.nanoTime();
    speaking.end(ADA, List.of(new SessionId("s1")));
    Duration waited = Duration.ofNanos(System.nanoTime() - start);
    assertThat(waited).isGreaterThanOrEqualTo(Endings.BOUND);
  }

  @Test
  void aLinkThatThisNodeEndsIsNotLost() {
    AtomicBoolean lost = new AtomicBoolean();
    RedisLink link = RedisLink.open(RedisAddress.of(redis.url()));
    link.start(
        new RedisLink.Listener() {
          @Override
          public void said(String channel, byte[] message) {}

          @Override
          public void hears(String channel) {}

          @Override
          public void lost() {
            lost.set(true);
          }

          @Override
          public void found(Set<String> beatChannels) {}
        });
    link.close();
    assertThat(lost).isFalse();
  }

  private static void assertAll(RecordingListener listener, SharedLog log) throws Exception {
    for (DurableEvent event : log.events(ROOM, 0, 1_000).items()) {
      assertThat(listener.nextEvent()).isEqualTo(event);
    }
  }
}
