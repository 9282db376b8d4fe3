package im.parley.protocol.view;

import io.avaje.jsonb.Json;

/** Which messages of a room should draw their reader's attention. */
public enum NotifyLevel {
  /** Every message. */
  ALL("all"),
  /** Only those that mention the reader. */
  MENTIONS("mentions"),
  /** None. */
  NONE("none");

  private final String wireName;

  NotifyLevel(String wireName) {
    this.wireName = wireName;
  }

  /** The level as clients see it. */
  @Json.Value
  public String wireName() {
    return wireName;
  }
}
