package im.parley.app.cli;

import java.util.List;

/**
 * An option of a command; it takes one value.
 *
 * @param name as it is written, like {@code --port}
 * @param placeholder what stands for its value in the help text
 * @param help what it does, a line or more
 */
public record Option(String name, String placeholder, List<String> help) {

  public Option {
    help = List.copyOf(help);
  }
}
