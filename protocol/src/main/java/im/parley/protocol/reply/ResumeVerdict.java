package im.parley.protocol.reply;

import io.avaje.jsonb.Json;

/** How a room goes on for a client that came back. */
public enum ResumeVerdict {
  /** Every durable event after the client's seq follows, in order, before any newer one. */
  DELTA("delta"),
  /** Too far behind, or the store has begun a new life: load the history again. */
  RESET("reset"),
  /** The user is not a member, or no longer. */
  GONE("gone");

  private final String wireName;

  ResumeVerdict(String wireName) {
    this.wireName = wireName;
  }

  /** The verdict as clients see it. */
  @Json.Value
  public String wireName() {
    return wireName;
  }
}
