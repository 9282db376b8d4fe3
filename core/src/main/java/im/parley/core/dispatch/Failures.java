package im.parley.core.dispatch;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed command is answered with. */
public final class Failures {

  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /**
   * The refusal that a failure carries. Anything else is a fault of the server: it is logged here,
   * and the client learns only that it happened.
   */
  public static Refusal refusal(String command, Throwable failure) {
    Throwable cause = unwrap(failure);
    if (cause instanceof RefusedException refused) {
      return refused.refusal();
    }
    log.error("{} failed", command, cause);
    return Refusal.of(
        ErrorCode.INTERNAL, "The server had a fault; a durable command may be sent again");
  }

  /** What went wrong, without what carried it here. */
  static Throwable unwrap(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && cause != null ? unwrap(cause) : failure;
  }
}
