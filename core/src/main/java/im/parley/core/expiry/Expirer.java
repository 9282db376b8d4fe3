package im.parley.core.expiry;

import im.parley.core.alarm.Chore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes messages back whose time is over. It holds a page of them, no more. */
public final class Expirer implements Chore {

  /** Some ten milliseconds of the store's writer, for which others would wait. */
  static final int PAGE = 100;

  private final Expiries expiries;

  public Expirer(Expiries expiries) {
    this.expiries = expiries;
  }

  @Override
  public Optional<Instant> next() {
    return expiries.next();
  }

  /** All of them are on their way before the first is waited for: they share commits. */
  @Override
  public void doSome(Instant now) {
    List<CompletableFuture<Boolean>> answers =
        expiries.due(now, PAGE).stream().map(expiries::expire).toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).join();
  }
}
