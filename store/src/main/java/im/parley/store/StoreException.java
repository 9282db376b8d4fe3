package im.parley.store;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do its work, through no fault of the caller. When it ends a change, the
 * change may or may not have happened; repeating it with the same key finds out.
 *
 * <p>At start its message is for the operator and says what to do.
 */
public final class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
