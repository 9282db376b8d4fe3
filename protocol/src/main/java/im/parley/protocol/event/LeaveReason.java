package im.parley.protocol.event;

import io.avaje.jsonb.Json;

/** Why someone is no longer in a room. */
public enum LeaveReason {
  /** They left. */
  LEFT("left"),
  /** They were taken out. */
  REMOVED("removed"),
  /** They were taken out and may not come back. */
  BANNED("banned");

  private final String wireName;

  LeaveReason(String wireName) {
    this.wireName = wireName;
  }

  /** The reason as clients see it. */
  @Json.Value
  public String wireName() {
    return wireName;
  }
}
