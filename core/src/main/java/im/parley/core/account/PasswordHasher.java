package im.parley.core.account;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.RefusedException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.security.SecureRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes passwords, a few at once on platform threads of its own: a hash takes 19 MiB and tens of
 * milliseconds of a core, and a flood of sign-ins must not take either from the conversations.
 * Callers wait; when too many do, the next is refused with {@code overloaded}.
 */
public final class PasswordHasher implements AutoCloseable {

  private static final long RETRY_AFTER_MS = 2000;
  private static final long IDLE_SECONDS = 10;

  private final PasswordConfig config;
  private final SecureRandom random = new SecureRandom();
  private final ThreadPoolExecutor pool;
  private final Timer timer;

  /** Starts no thread and loads no cipher before the first password comes. */
  public PasswordHasher(PasswordConfig config, MeterRegistry registry) {
    this(config, pool(config), registry);
  }

  PasswordHasher(PasswordConfig config, ThreadPoolExecutor pool, MeterRegistry registry) {
    this.config = config;
    this.pool = pool;
    this.timer =
        Timer.builder("parley.passwords.hashes")
            .description("Password hashes, without their time in the queue")
            .register(registry);
    Gauge.builder("parley.passwords.queued", pool, busy -> busy.getQueue().size())
        .description("Password hashes that wait for a thread")
        .register(registry);
  }

  /**
   * Hashes a new password.
   *
   * @return the hash in PHC form
   * @throws RefusedException with {@code overloaded} when too many wait already
   */
  public String hash(String password) {
    return compute(
        () -> Argon2id.hash(password, config.memoryKib(), config.iterations(), random).phc());
  }

  /**
   * Whether a hash is this password's.
   *
   * @param hash in PHC form
   * @throws RefusedException with {@code overloaded} when too many wait already
   */
  public boolean matches(String password, String hash) {
    return compute(() -> Argon2id.parse(hash).matches(password));
  }

  /**
   * A hash that no password matches, to check one against when there is no such account: the answer
   * then takes as long, and does not tell who has one.
   */
  public String decoy() {
    return Argon2id.decoy(config.memoryKib(), config.iterations(), random).phc();
  }

  /** Takes no more passwords; those on their way are finished. */
  @Override
  public void close() {
    pool.shutdown();
  }

  private static ThreadPoolExecutor pool(PasswordConfig config) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            config.threads(),
            config.threads(),
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(config.queue()),
            Thread.ofPlatform().daemon().name("passwords-", 0).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private <T> T compute(Supplier<T> hash) {
    try {
      return CompletableFuture.supplyAsync(() -> timer.record(hash), pool).join();
    } catch (RejectedExecutionException e) {
      throw RefusedException.later(
          ErrorCode.OVERLOADED,
          "Too many people are signing in at this moment: try again in a few seconds",
          RETRY_AFTER_MS);
    }
  }
}
