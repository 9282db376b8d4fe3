package im.parley.store.sql;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Waits for the store's threads, without holding the carrier of a virtual thread. */
public final class Await {

  private Await() {}

  /** The result of the future, or its failure as the store's threads gave it. */
  public static <R extends @Nullable Object> R result(CompletableFuture<R> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }
}
