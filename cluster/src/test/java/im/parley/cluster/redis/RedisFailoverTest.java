package im.parley.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.cluster.contract.RecordingListener;
import im.parley.cluster.contract.SharedLog;
import im.parley.cluster.fixture.RedisProgram;
import im.parley.cluster.fixture.RedisServer;
import im.parley.cluster.fixture.RedisServers;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.lettuce.core.cluster.SlotHash;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A replica takes over from a master that died, for good. */
class RedisFailoverTest {

  private static final RoomId ROOM = new RoomId("r1");
  private static final Signal TYPING = new Signal.Typing(new UserId("ada"), true);

  static Stream<RedisProgram> programs() throws IOException {
    return RedisClusterTest.programs();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theReplicaIsFound(RedisProgram program) throws Exception {
    SharedLog log = new SharedLog();
    RecordingListener listener = new RecordingListener();
    try (RedisServers redis = RedisServers.start(program)) {
      String meetingPoint = program.major() < 7 ? Channels.NODES : Channels.of(ROOM);
      RedisServer master = redis.masterOf(SlotHash.getSlot(meetingPoint));
      redis.startReplicaOf(master);
      try (RedisBus speaking = node(redis, new RecordingListener(), log);
          RedisBus hearing = node(redis, listener, log)) {
        hearing.follow(ROOM).get(10, TimeUnit.SECONDS);
        master.kill();
        listener.awaitNews(new RecordingListener.Alone());
        speaking.publish(log.post(ROOM, 3));
        for (DurableEvent event : log.events(ROOM, 0, 10).items()) {
          assertThat(listener.nextEvent()).isEqualTo(event);
        }
        listener.awaitNews(new RecordingListener.Reunited());
        listener.awaitNews(
            new RecordingListener.Signalled(ROOM, TYPING), () -> speaking.signal(ROOM, TYPING));
      }
    }
  }

  private static RedisBus node(RedisServers redis, RecordingListener listener, SharedLog log) {
    RedisBus bus = RedisBus.join(RedisAddress.of(redis.url()), new SimpleMeterRegistry());
    bus.listen(listener, log);
    return bus;
  }
}
