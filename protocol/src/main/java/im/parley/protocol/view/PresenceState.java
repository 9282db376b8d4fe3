package im.parley.protocol.view;

import io.avaje.jsonb.Json;

/** How a user is, or wants to be seen. */
public enum PresenceState {
  /** There. */
  ONLINE("online"),
  /** Not at the keyboard. */
  AWAY("away"),
  /** There, and not to be disturbed. */
  DND("dnd"),
  /** There, and seen by others as offline. Others never see this. */
  INVISIBLE("invisible"),
  /** Not there. Nobody can set this. */
  OFFLINE("offline");

  private final String wireName;

  PresenceState(String wireName) {
    this.wireName = wireName;
  }

  /** The state as clients see it. */
  @Json.Value
  public String wireName() {
    return wireName;
  }
}
