package im.parley.core.file;

/** What a file is called: whatever the client says, made harmless. */
final class FileName {

  /** The longest name, in Unicode code points. */
  static final int MAX_LENGTH = 200;

  private static final String UNNAMED = "file";

  private FileName() {}

  /**
   * The last part of a path, without what does not show or turns the direction of reading; {@code
   * file} if nothing is left. Of a long name the end stays, which says what kind of file it is.
   */
  static String clean(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    int[] shown = last.codePoints().filter(FileName::shows).toArray();
    int from = Math.max(0, shown.length - MAX_LENGTH);
    String clean = new String(shown, from, shown.length - from).strip();
    return clean.isEmpty() || clean.chars().allMatch(c -> c == '.') ? UNNAMED : clean;
  }

  private static boolean shows(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
