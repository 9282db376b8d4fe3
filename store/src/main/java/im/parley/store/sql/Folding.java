package im.parley.store.sql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names in the form in which they are compared when case does not matter. */
public final class Folding {

  private static final String LAST_CODE_POINT = Character.toString(Character.MAX_CODE_POINT);

  private Folding() {}

  public static String fold(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  public static @Nullable String foldOrNull(@Nullable String name) {
    return name == null ? null : fold(name);
  }

  /** What comes after everything that begins with the prefix: text is ordered by code point. */
  public static String after(String prefix) {
    return prefix + LAST_CODE_POINT;
  }
}
