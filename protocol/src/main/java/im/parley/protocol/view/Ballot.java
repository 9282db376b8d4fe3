package im.parley.protocol.view;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a poll lets people choose from. The question is the text of its message.
 *
 * @param options 2 to 10 different options of 1 to 100 characters, each on one line
 * @param multiple true when one may choose several
 */
@Json
public record Ballot(List<String> options, @Nullable Boolean multiple) {

  /** The fewest options. */
  public static final int MIN_OPTIONS = 2;

  /** The most options. */
  public static final int MAX_OPTIONS = 10;

  /** The longest option, in Unicode code points. */
  public static final int MAX_OPTION = 100;
}
