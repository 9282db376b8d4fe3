package im.parley.protocol.view;

import io.avaje.jsonb.Json;

/** What a member may do in a room; each role may do all that the one after it may. */
public enum Role {
  /** May do everything, and hand the room on. */
  OWNER("owner"),
  /** Keeps the room in order: adds and removes members, changes name and topic. */
  MODERATOR("moderator"),
  /** Reads and writes. */
  MEMBER("member");

  private final String wireName;

  Role(String wireName) {
    this.wireName = wireName;
  }

  /** The role as clients see it. */
  @Json.Value
  public String wireName() {
    return wireName;
  }
}
