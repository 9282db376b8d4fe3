package im.parley.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line set.
 *
 * @param values the settings that it names
 * @param file the configuration file that it names
 */
public record CommandLineSettings(Map<Setting, String> values, Optional<Path> file) {

  public CommandLineSettings {
    values = Map.copyOf(values);
  }
}
