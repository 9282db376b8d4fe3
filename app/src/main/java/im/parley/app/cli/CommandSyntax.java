package im.parley.app.cli;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * How a command is written.
 *
 * @param name as it is written, the program's before it
 * @param description what the command does
 * @param options what it can be told, in the order of the help text
 */
public record CommandSyntax(String name, String description, List<Option> options) {

  public CommandSyntax {
    options = List.copyOf(options);
  }

  /**
   * Reads what was written after the name: {@code --option value} or {@code --option=value}.
   *
   * @throws MisuseException if there is no such option, it has no value, or it is there twice
   */
  public Request read(List<String> words) {
    Map<String, String> values = new HashMap<>();
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (word.equals("-h") || word.equals("--help")) {
        return new Request.Help();
      }
      int equals = word.indexOf('=');
      Option option = option(equals < 0 ? word : word.substring(0, equals));
      String value = equals < 0 ? next(rest, option) : word.substring(equals + 1);
      if (values.put(option.name(), value) != null) {
        throw new MisuseException("'" + option.name() + "' is there twice");
      }
    }
    return new Request.Run(values);
  }

  private Option option(String name) {
    return options.stream()
        .filter(option -> option.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new MisuseException("'" + name + "' is not an option"));
  }

  /** A forgotten value must not swallow the option after it. */
  private String next(Iterator<String> rest, Option option) {
    String value = rest.hasNext() ? rest.next() : option.name();
    if (options.stream().anyMatch(other -> other.name().equals(value))) {
      throw new MisuseException("'" + option.name() + "' needs a value: " + option.placeholder());
    }
    return value;
  }

  /** How the command is used. */
  public String help() {
    StringBuilder text = new StringBuilder();
    text.append("Usage: ").append(name).append(" [OPTION VALUE]...\n").append(description);
    text.append("\n\n");
    for (Option option : options) {
      text.append("  ").append(option.name()).append(' ').append(option.placeholder()).append('\n');
      option.help().forEach(line -> text.append("      ").append(line).append('\n'));
    }
    return text.append("  -h, --help\n      This text\n").toString();
  }
}
