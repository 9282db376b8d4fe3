package im.parley.protocol.view;

import io.avaje.jsonb.Json;

/** Who may find and enter a room. */
public enum RoomKind {
  /** Anyone may find it, read its name and topic, and join. */
  PUBLIC("public"),
  /** Only its members know of it; they bring in others. */
  PRIVATE("private"),
  /** A conversation of 2 to 9 people; the same people always share the same room. */
  DIRECT("direct");

  private final String wireName;

  RoomKind(String wireName) {
    this.wireName = wireName;
  }

  /** The kind as clients see it. */
  @Json.Value
  public String wireName() {
    return wireName;
  }
}
