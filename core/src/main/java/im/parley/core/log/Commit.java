package im.parley.core.log;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for a change to reach the disk. For virtual threads: it may take a while. */
public final class Commit {

  private Commit() {}

  /**
   * What became of the change.
   *
   * @throws im.parley.protocol.error.RefusedException if the rules or the bounds refuse it
   */
  public static <T> T await(CompletableFuture<T> change) {
    try {
      return change.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
