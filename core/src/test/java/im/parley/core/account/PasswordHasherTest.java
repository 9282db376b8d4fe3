package im.parley.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import im.parley.core.fake.TestChat;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void hashesAsOwaspAdvises() {
    assertThat(PasswordConfig.defaults()).isEqualTo(new PasswordConfig(19_456, 2, 2, 64));

    try (PasswordHasher passwords = new PasswordHasher(PasswordConfig.defaults(), registry)) {
      String hash = passwords.hash("password");
      assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
      assertThat(passwords.matches("password", hash)).isTrue();
      assertThat(passwords.matches("Password", hash)).isFalse();
      assertThat(passwords.matches("password", passwords.decoy())).isFalse();
    }
    assertThat(registry.get("parley.passwords.hashes").timer().count()).isEqualTo(4);
  }

  @Test
  void refusesWhenTooManyWaitAndGoesOnAfterwards() throws Exception {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    CountDownLatch go = new CountDownLatch(1);
    try (PasswordHasher passwords = new PasswordHasher(TestChat.QUICK_PASSWORDS, pool, registry)) {
      Future<Boolean> running = pool.submit(() -> go.await(10, TimeUnit.SECONDS));
      Future<Boolean> waiting = pool.submit(() -> go.await(10, TimeUnit.SECONDS));
      assertThat(registry.get("parley.passwords.queued").gauge().value()).isEqualTo(1);

      RefusedException refused =
          catchThrowableOfType(RefusedException.class, () -> passwords.hash("password"));

      assertThat(refused.refusal().code()).isEqualTo(ErrorCode.OVERLOADED);
      assertThat(refused.refusal().retry()).isTrue();
      assertThat(refused.refusal().retryAfterMs()).isPositive();

      go.countDown();
      assertThat(running.get() && waiting.get()).isTrue();
      assertThat(passwords.hash("password")).isNotEmpty();
    }
  }
}
