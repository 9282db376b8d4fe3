package im.parley.core.log;

/** What else there is to a {@link RoomPermission}. */
public enum Beyond {
  /** Nothing. */
  NOTHING(""),
  /** Only while one is not muted. */
  VOICE("while not muted"),
  /** Only to someone of a lower role than one's own. */
  LOWER_ROLE("to someone of a lower role"),
  /** In an archived room as well. */
  ARCHIVED("when archived, too");

  private final String words;

  Beyond(String words) {
    this.words = words;
  }

  /** As people read it. */
  public String words() {
    return words;
  }
}
