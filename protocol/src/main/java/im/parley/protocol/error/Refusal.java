package im.parley.protocol.error;

import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * Why a command was not carried out, in words for the person who wrote it. It never shows a stack
 * trace, a statement or a path.
 *
 * @param code what kind of refusal it is
 * @param message what is wrong and what to do, one sentence
 * @param retry whether the same command, unchanged, may succeed later
 * @param retryAfterMs when to come back, in milliseconds from now
 * @param field the field at fault, by its name in the command
 */
@Json
public record Refusal(
    ErrorCode code,
    String message,
    boolean retry,
    @Nullable Long retryAfterMs,
    @Nullable String field) {

  /** A refusal that is about no field and names no time. */
  public static Refusal of(ErrorCode code, String message) {
    return new Refusal(code, message, code.retry(), null, null);
  }

  /** A refusal of one field's value. */
  public static Refusal of(ErrorCode code, String message, String field) {
    return new Refusal(code, message, code.retry(), null, field);
  }

  /** A refusal that says when to come back. */
  public static Refusal later(ErrorCode code, String message, long retryAfterMs) {
    return new Refusal(code, message, true, retryAfterMs, null);
  }

  /** The same refusal, said of another field: an id does not know in which field it stands. */
  public Refusal about(String other) {
    return field == null
        ? this
        : new Refusal(
            code,
            message.replace("'" + field + "'", "'" + other + "'"),
            retry,
            retryAfterMs,
            other);
  }
}
