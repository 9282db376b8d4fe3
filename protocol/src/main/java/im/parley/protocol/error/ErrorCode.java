package im.parley.protocol.error;

import io.avaje.jsonb.Json;

/** Every error that a command can be answered with, at every door. */
public enum ErrorCode {
  /** A field is missing, malformed or out of bounds; {@code field} names it. */
  BAD_REQUEST("bad_request", 400, false),
  /** No token, or one that is not valid: sign in. */
  UNAUTHENTICATED("unauthenticated", 401, false),
  /** The caller is known and may not do this. */
  FORBIDDEN("forbidden", 403, false),
  /** There is no such thing, or the caller may not know of it. */
  NOT_FOUND("not_found", 404, false),
  /** The state of things does not allow it, for example a name that is taken. */
  CONFLICT("conflict", 409, false),
  /** It was there and is no longer. */
  GONE("gone", 410, false),
  /** The body, frame or file is over its limit. */
  TOO_LARGE("too_large", 413, false),
  /** The content type or feature is not supported. */
  UNSUPPORTED("unsupported", 415, false),
  /** Too many of these from one user or address: come back after {@code retryAfterMs}. */
  RATE_LIMITED("rate_limited", 429, true),
  /** The server has more work than it takes on: come back after {@code retryAfterMs}. */
  OVERLOADED("overloaded", 503, true),
  /** Something that the server needs is away: come back after {@code retryAfterMs}. */
  UNAVAILABLE("unavailable", 503, true),
  /** A fault of the server. A durable command may be repeated with the same key. */
  INTERNAL("internal", 500, false);

  private final String wireName;
  private final int httpStatus;
  private final boolean retry;

  ErrorCode(String wireName, int httpStatus, boolean retry) {
    this.wireName = wireName;
    this.httpStatus = httpStatus;
    this.retry = retry;
  }

  /** The code as clients see it, in {@code error.code}. */
  @Json.Value
  public String wireName() {
    return wireName;
  }

  /** The HTTP status that carries it (RFC 9110, section 15). */
  public int httpStatus() {
    return httpStatus;
  }

  /** Whether the same command, unchanged, may succeed later. */
  public boolean retry() {
    return retry;
  }
}
