package im.parley.protocol.error;

/** Ends a command with a {@link Refusal}. It is an answer, not a fault: it has no stack trace. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /** What the caller is answered. */
  public Refusal refusal() {
    return refusal;
  }

  /** A field is missing, malformed or out of bounds; the rule reads on after the field's name. */
  public static RefusedException badField(String field, String rule) {
    return new RefusedException(
        Refusal.of(ErrorCode.BAD_REQUEST, "'" + field + "' " + rule, field));
  }

  /** There is no such thing, or the caller may not know of it: both read the same. */
  public static RefusedException notFound(String field, String message) {
    return new RefusedException(Refusal.of(ErrorCode.NOT_FOUND, message, field));
  }

  /** The caller may not do this. */
  public static RefusedException forbidden(String message) {
    return new RefusedException(Refusal.of(ErrorCode.FORBIDDEN, message));
  }

  /** The state of things does not allow this value of the field. */
  public static RefusedException conflict(String field, String message) {
    return new RefusedException(Refusal.of(ErrorCode.CONFLICT, message, field));
  }

  /** The caller has not proved who it is. */
  public static RefusedException unauthenticated(String message) {
    return new RefusedException(Refusal.of(ErrorCode.UNAUTHENTICATED, message));
  }

  /** Come back later. */
  public static RefusedException later(ErrorCode code, String message, long retryAfterMs) {
    return new RefusedException(Refusal.later(code, message, retryAfterMs));
  }
}
