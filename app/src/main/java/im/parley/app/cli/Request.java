package im.parley.app.cli;

import java.util.Map;
import java.util.Optional;

/** What someone wants of a command. */
public sealed interface Request {

  /** To be told how it is used. */
  record Help() implements Request {}

  /**
   * That it runs.
   *
   * @param values the options that were written, by name
   */
  record Run(Map<String, String> values) implements Request {

    public Run {
      values = Map.copyOf(values);
    }

    /** An option's value, if it was written. */
    public Optional<String> optional(String name) {
      return Optional.ofNullable(values.get(name));
    }

    /**
     * An option's value.
     *
     * @throws MisuseException if it was not written
     */
    public String required(String name) {
      return optional(name).orElseThrow(() -> new MisuseException("'" + name + "' is missing"));
    }

    /**
     * An option's value, a number.
     *
     * @throws MisuseException if it was not written, or is no whole number that fits
     */
    public int number(String name) {
      try {
        return Integer.parseInt(required(name));
      } catch (NumberFormatException e) {
        throw new MisuseException("'" + name + "' must be a whole number");
      }
    }
  }
}
