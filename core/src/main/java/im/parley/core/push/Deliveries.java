package im.parley.core.push;

import im.parley.core.push.PushService.Answer;
import im.parley.core.push.PushService.Push;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings pushes to push services: a virtual thread each, a few at a time, again after a while when
 * a service asks for that. What is not taken in the end, and what comes when too many wait, is
 * dropped and counted. A browser that has gone is forgotten.
 */
final class Deliveries {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);
  private static final int BACKOFF = 4;

  private final PushService service;
  private final PushSubscriptions subscriptions;
  private final PushConfig config;
  private final Semaphore places;
  private final Semaphore connections;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Counter sent;
  private final Counter failed;
  private final Counter dropped;

  Deliveries(
      PushService service,
      PushSubscriptions subscriptions,
      PushConfig config,
      MeterRegistry registry) {
    this.service = service;
    this.subscriptions = subscriptions;
    this.config = config;
    this.places = new Semaphore(config.deliveries());
    this.connections = new Semaphore(config.connections());
    this.sent =
        Counter.builder("parley.push.sent")
            .description("Pushes that a push service has taken")
            .register(registry);
    this.failed =
        Counter.builder("parley.push.failed")
            .description("Pushes that a push service has refused, or that found no browser")
            .register(registry);
    this.dropped =
        Counter.builder("parley.push.dropped")
            .description("Pushes given up: too many waited, or they were tried for too long")
            .register(registry);
  }

  /** Brings a push to a browser. Does not wait. */
  void begin(PushTarget target, Push push) {
    if (places.tryAcquire()) {
      var _ = Thread.ofVirtual().name("push-", 0).start(() -> deliver(target, push));
    } else {
      dropped.increment();
    }
  }

  private void deliver(PushTarget target, Push push) {
    try {
      attempt(target, push);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failed.increment();
      log.warn("A push failed", e);
    } finally {
      places.release();
    }
  }

  private void attempt(PushTarget first, Push push) throws InterruptedException {
    long end = System.nanoTime() + config.patience().toNanos();
    Optional<PushTarget> target = Optional.of(first);
    Duration backoff = config.firstRetry();
    for (int left = config.tries(); target.isPresent(); left--) {
      Answer answer = send(target.get(), push);
      if (!(answer instanceof Answer.Later(Optional<Duration> after))) {
        settle(target.get(), answer);
        return;
      }
      Duration wait = after.orElse(backoff);
      if (left == 1 || wait.compareTo(Duration.ofNanos(end - System.nanoTime())) > 0) {
        dropped.increment();
        return;
      }
      if (closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      backoff = backoff.multipliedBy(BACKOFF);
      target = subscriptions.find(first.id());
    }
  }

  private Answer send(PushTarget target, Push push) throws InterruptedException {
    connections.acquire();
    try {
      return service.send(target, push);
    } finally {
      connections.release();
    }
  }

  private void settle(PushTarget target, Answer answer) {
    switch (answer) {
      case Answer.Taken() -> sent.increment();
      case Answer.Gone() -> {
        subscriptions.forget(target);
        failed.increment();
      }
      case Answer.Failed(String why) -> {
        failed.increment();
        log.info("A push was refused: {}", why);
      }
      case Answer.Later _ -> throw new IllegalStateException("There is another try");
    }
  }

  /** Those that wait for another try are given up. */
  void close() {
    closed.countDown();
  }
}
