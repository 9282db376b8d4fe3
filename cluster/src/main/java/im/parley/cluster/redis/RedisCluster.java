package im.parley.cluster.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Redis Cluster. A channel is listened to and spoken on at the same master, so that this one can
 * count who hears it. Before each beat all masters are asked whether they still agree on who serves
 * which slot; when they do not, or a connection is lost, then the link is, and is made anew from
 * the map that counts then. So a node that has an old map finds that it is alone like one that
 * hears nothing, within {@link Nodes#SILENCE}.
 */
final class RedisCluster implements RedisLink {

  private static final Logger log = LoggerFactory.getLogger(RedisCluster.class);

  /** Longer than another node may believe in a map that does not count any more. */
  private static final Duration SETTLING = Endings.BOUND;

  private final RedisDialer dialer;

  /** Losses and returns come one after another here. What comes after the end is dropped. */
  private final ThreadPoolExecutor turns =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("parley-redis-cluster").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  private final AtomicReference<@Nullable Wiring> current = new AtomicReference<>();
  private final AtomicReference<@Nullable Listener> listener = new AtomicReference<>();
  private final AtomicBoolean renewing = new AtomicBoolean();

  /** Where to ask for the cluster: where it was last, and where the address says. */
  private Set<Place> places;

  /** Why there is no link: each reason is logged once. */
  private String trouble = "";

  /**
   * Connects.
   *
   * @throws RedisException if the cluster is not whole, or a master of it cannot be used
   */
  RedisCluster(RedisDialer dialer) {
    this.dialer = dialer;
    this.places = Set.copyOf(dialer.places());
    current.set(wire());
  }

  private Wiring wire() {
    Wiring wiring = Survey.of(dialer, places);
    try {
      wiring
          .start(new Gate(), () -> lose(wiring, "a connection is lost"))
          .orTimeout(Nodes.SILENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      wiring.close();
      throw dialer.unusable(Failures.told(e));
    }
    places =
        Stream.concat(wiring.masters().stream(), dialer.places().stream())
            .collect(Collectors.toUnmodifiableSet());
    return wiring;
  }

  @Override
  public void start(Listener some) {
    CompletableFuture.runAsync(() -> tell(some), turns).join();
  }

  private void tell(Listener some) {
    listener.set(some);
    Wiring wiring = current.get();
    if (wiring == null) {
      some.lost();
    } else {
      found(wiring);
    }
  }

  private void found(Wiring wiring) {
    Listener told = listener.get();
    if (told != null) {
      told.found(wiring.beatChannels());
    }
    if (!wiring.isOpen()) {
      lose(wiring, "a connection was lost at once");
    }
  }

  /** These links are no more; does not wait. */
  private void lose(Wiring wiring, String reason) {
    turns.execute(() -> {
      if (current.compareAndSet(wiring, null)) {
        log.warn("The links to the Redis Cluster are made anew: {}", reason);
        lost();
        wiring.close().toCompletableFuture().join();
        renew();
      }
    });
  }

  private void lost() {
    Listener told = listener.get();
    if (told != null) {
      told.lost();
    }
  }

  private void renew() {
    renewing.set(false);
    if (current.get() == null) {
      try {
        Wiring wiring = wire();
        current.set(wiring);
        trouble = "";
        found(wiring);
      } catch (RuntimeException e) {
        grumble(String.valueOf(e.getMessage()));
      }
    }
  }

  private void grumble(String reason) {
    if (!reason.equals(trouble) && !turns.isShutdown()) {
      log.warn(reason);
      trouble = reason;
    }
  }

  /** Without links makes them anew; otherwise says the beat once all masters agree as before. */
  @Override
  public void beat(byte[] message) {
    Wiring wiring = current.get();
    if (wiring != null) {
      wiring
          .check()
          .thenRun(() -> wiring.sayToNodes(message))
          .exceptionally(failure -> {
            lose(wiring, Failures.told(failure));
            return null;
          });
    } else if (renewing.compareAndSet(false, true)) {
      turns.execute(this::renew);
    }
  }

  @Override
  public void listen(Collection<String> channels) {
    Wiring wiring = current.get();
    if (wiring != null) {
      wiring
          .listen(channels)
          .exceptionally(failure -> {
            lose(wiring, Failures.told(failure));
            return null;
          });
    }
  }

  @Override
  public void ignore(String channel) {
    var _ = with(wiring -> wiring.ignore(channel));
  }

  @Override
  public CompletionStage<Long> say(String channel, byte[] message) {
    return with(wiring -> wiring.say(channel, message));
  }

  /**
   * Who asks by an old map is told so before it trusts the count: the masters are asked whether
   * they still agree after it was made, so no node had listened elsewhere before.
   */
  @Override
  public CompletionStage<Long> ask(String channel, byte[] message) {
    return with(wiring -> {
      CompletionStage<Long> asked = wiring.say(channel, message);
      wiring.flush();
      return asked.thenCompose(count -> wiring.check().thenApply(_ -> count));
    });
  }

  @Override
  public void sayToNodes(byte[] message) {
    Wiring wiring = current.get();
    if (wiring != null) {
      wiring.sayToNodes(message);
    }
  }

  /** Until then a node with an old map may not know that it is alone. */
  @Override
  public boolean isSettled() {
    Wiring wiring = current.get();
    return wiring != null && wiring.hasLasted(SETTLING);
  }

  @Override
  public void keep(String key, String field, byte[] value, Duration lasts) {
    var _ = with(wiring -> wiring.commands(key).hset(key, field, value));
    var _ = with(wiring -> wiring.commands(key).pexpire(key, lasts));
  }

  @Override
  public void drop(String key, String field) {
    var _ = with(wiring -> wiring.commands(key).hdel(key, field));
  }

  @Override
  public CompletionStage<Map<String, byte[]>> fields(String key) {
    return with(wiring -> wiring.commands(key).hgetall(key));
  }

  /** Does something at a master; when that does not serve the slot any more, the link is lost. */
  private <T> CompletionStage<T> with(Function<Wiring, CompletionStage<T>> command) {
    Wiring wiring = current.get();
    if (wiring == null) {
      return CompletableFuture.failedFuture(new RedisException("There is no link to the cluster"));
    }
    return command
        .apply(wiring)
        .whenComplete((_, failure) -> {
          if (failure != null && Failures.isMoved(failure)) {
            lose(wiring, Failures.told(failure));
          }
        });
  }

  @Override
  public void flush() {
    Wiring wiring = current.get();
    if (wiring != null) {
      wiring.flush();
    }
  }

  @Override
  public void close() {
    turns.shutdown();
    dialer.close();
  }

  /** Lets through what is said, once somebody listens. */
  private final class Gate implements Hearer {

    @Override
    public void said(String channel, byte[] message) {
      Listener told = listener.get();
      if (told != null) {
        told.said(channel, message);
      }
    }

    @Override
    public void hears(String channel) {
      Listener told = listener.get();
      if (told != null) {
        told.hears(channel);
      }
    }
  }
}
