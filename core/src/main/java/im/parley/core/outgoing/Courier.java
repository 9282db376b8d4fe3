package im.parley.core.outgoing;

import im.parley.core.account.Accounts;
import im.parley.core.log.RoomLog;
import im.parley.core.outbound.Outbound;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.UserId;
import im.parley.protocol.json.WireWriter;
import im.parley.protocol.view.Outgoing;
import im.parley.protocol.view.User;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one URL what happens in its room: in order, one event at a time, each until it is taken.
 */
final class Courier implements Runnable {

  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration REST = Duration.ofSeconds(5);
  private static final int PAGE = 100;

  private final OutgoingHooks.Active active;
  private final Outgoing hook;
  private final World world;
  private final Semaphore news = new Semaphore(1);
  private final WireWriter writer = new WireWriter();
  private long seq;
  private long stored;

  /**
   * What every courier works with.
   *
   * @param hooks where its place is kept
   * @param log what it reads
   * @param accounts who is a bot
   * @param outbound the way out
   * @param patience when to try again
   * @param clock the time of requests
   */
  record World(
      OutgoingHooks hooks,
      RoomLog log,
      Accounts accounts,
      Outbound outbound,
      Patience patience,
      InstantSource clock) {}

  Courier(OutgoingHooks.Active active, World world) {
    this.active = active;
    this.hook = active.hook();
    this.world = world;
    this.seq = hook.seq();
    this.stored = hook.seq();
  }

  /** There may be more to tell. */
  void wake() {
    if (news.availablePermits() == 0) {
      news.release();
    }
  }

  /** Tells until it is interrupted, its hook is deleted, or it has given up. */
  @Override
  public void run() {
    try {
      boolean goesOn = true;
      while (goesOn) {
        news.acquire();
        news.drainPermits();
        goesOn = tellSafely();
      }
    } catch (InterruptedException _) {
      // The server ends: what was not told is told after the next start.
      Thread.currentThread().interrupt();
    }
  }

  private boolean tellSafely() throws InterruptedException {
    try {
      return tellAll();
    } catch (RuntimeException e) {
      log.warn("An outgoing webhook could not go on, and tries again", e);
      TimeUnit.MILLISECONDS.sleep(REST.toMillis());
      wake();
      return true;
    }
  }

  /** Everything that there is; false if it is to be told nothing more. */
  private boolean tellAll() throws InterruptedException {
    while (true) {
      List<DurableEvent> page = world.log().events(hook.room(), seq, PAGE).items();
      if (page.isEmpty()) {
        return true;
      }
      Set<UserId> bots = bots(page);
      for (DurableEvent event : page) {
        if (Wanted.by(hook, event, bots) && !tell(event)) {
          return false;
        }
        seq = event.seq();
      }
      if (seq - stored >= PAGE && !store(seq)) {
        return false;
      }
    }
  }

  private Set<UserId> bots(List<DurableEvent> page) {
    Set<UserId> makers = page.stream().map(DurableEvent::by).collect(Collectors.toSet());
    return world.accounts().findAll(makers).stream()
        .filter(user -> user.bot() != null)
        .map(User::id)
        .collect(Collectors.toSet());
  }

  private boolean tell(DurableEvent event) throws InterruptedException {
    String failure = "";
    for (int tried = 1; tried <= world.patience().tries(); tried++) {
      failure = post(event);
      if (failure.isEmpty()) {
        return store(event.seq());
      }
      if (tried < world.patience().tries()) {
        TimeUnit.MILLISECONDS.sleep(world.patience().after(tried).toMillis());
      }
      if (!store(stored)) {
        return false; // it was deleted meanwhile
      }
    }
    world.hooks().disable(hook.id(), world.patience().tries() + " tries: " + failure);
    return false;
  }

  /** One try: why it failed, or nothing. */
  private String post(DurableEvent event) throws InterruptedException {
    byte[] body = writer.event(event);
    String id = "out_" + hook.id() + "_" + event.seq();
    Map<String, String> headers = active.secret().headers(id, world.clock().instant(), body);
    try {
      Outbound.Answer answer =
          world.outbound().post(new Outbound.Post(URI.create(hook.url()), headers, body, TIMEOUT));
      return answer.success() ? "" : "answered " + answer.status();
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return String.valueOf(e.getMessage());
    }
  }

  private boolean store(long told) {
    stored = told;
    return world.hooks().advance(hook.id(), told);
  }
}
