package im.parley.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.reply.Rooms;
import im.parley.protocol.reply.Welcome;
import io.avaje.json.JsonAdapter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AdaptersTest {

  private final Queue<Class<?>> begun = new ConcurrentLinkedQueue<>();
  private final CountDownLatch inFirst = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);
  private final Adapters adapters = new Adapters(this::make);

  @Test
  void oneIsMadeAfterTheOther() throws Exception {
    Thread first = Thread.ofPlatform().start(() -> adapters.of(Welcome.class));
    inFirst.await();
    Thread second = Thread.ofPlatform().start(() -> adapters.of(Rooms.class));
    while (second.getState() != Thread.State.BLOCKED && begun.size() == 1) {
      Thread.onSpinWait();
    }
    assertThat(begun).containsExactly(Welcome.class);

    finish.countDown();
    first.join();
    second.join();
    assertThat(begun).containsExactly(Welcome.class, Rooms.class);
  }

  private JsonAdapter<?> make(Class<?> type) {
    begun.add(type);
    inFirst.countDown();
    try {
      finish.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return ParleyJson.JSONB.adapter(type);
  }
}
