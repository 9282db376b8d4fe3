package im.parley.edge.session;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import java.util.concurrent.CompletableFuture;

/** Counts the commands of all sessions that are being carried out, so that none is cut off. */
final class InFlight {

  /** What a command is answered with once the server is going away. */
  static final Refusal DRAINING =
      Refusal.later(ErrorCode.UNAVAILABLE, "The server is restarting: reconnect and resume", 1000);

  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private int running;
  private boolean draining;

  /** A command begins; false when no more may. */
  synchronized boolean begin() {
    if (draining) {
      return false;
    }
    running++;
    return true;
  }

  /** A command has ended. */
  synchronized void end() {
    running--;
    completeWhenEmpty();
  }

  /** Lets no more begin; completes when the last has ended. */
  synchronized CompletableFuture<Void> drain() {
    draining = true;
    completeWhenEmpty();
    return drained;
  }

  private void completeWhenEmpty() {
    if (draining && running == 0) {
      drained.complete(null);
    }
  }
}
