package im.parley.app.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that were set. The command line wins over the environment, and that over the file. */
public final class Settings {

  private static final String ENVIRONMENT_PREFIX = "PARLEY_";

  /** The file is named where it cannot name itself. */
  private static final String FILE_VARIABLE = "PARLEY_CONFIG";

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);

  private Settings() {}

  /**
   * Reads all sources.
   *
   * @param commandLine what the command line set
   * @param environment the whole environment; only {@code PARLEY_*} counts
   * @throws ConfigException if a source has a key that does not exist, or cannot be read
   */
  public static Settings read(CommandLineSettings commandLine, Map<String, String> environment) {
    Settings settings = new Settings();
    commandLine
        .file()
        .or(() -> Stream.ofNullable(environment.get(FILE_VARIABLE)).map(Path::of).findFirst())
        .ifPresent(settings::readFile);
    settings.readEnvironment(environment);
    settings.values.putAll(commandLine.values());
    return settings;
  }

  /** A setting's value. */
  public String get(Setting setting) {
    return values.getOrDefault(setting, setting.defaultValue());
  }

  /**
   * A setting's value, a number.
   *
   * @throws ConfigException if it is none, or out of these bounds
   */
  int number(Setting setting, int min, int max) {
    try {
      int number = Integer.parseInt(get(setting));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Answered below, like a number out of bounds.
    }
    throw setting.bad("must be a number from " + min + " to " + max);
  }

  private void readFile(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new ConfigException("The configuration file " + file + " cannot be read");
    } catch (IllegalArgumentException e) {
      throw new ConfigException(
          "The configuration file " + file + " has a '\\u' without four digits after it");
    }
    for (String key : properties.stringPropertyNames()) {
      Setting setting = Setting.byKey(key).orElseThrow(() -> unknown(key, file.toString()));
      values.put(setting, properties.getProperty(key).strip());
    }
  }

  private void readEnvironment(Map<String, String> environment) {
    environment.forEach((name, value) -> {
      if (name.startsWith(ENVIRONMENT_PREFIX) && !name.equals(FILE_VARIABLE)) {
        Setting setting =
            Setting.byEnvironmentName(name).orElseThrow(() -> unknown(name, "the environment"));
        values.put(setting, value.strip());
      }
    });
  }

  private static ConfigException unknown(String key, String source) {
    String known = Stream.of(Setting.values()).map(Setting::key).collect(Collectors.joining(", "));
    return new ConfigException(
        "'" + key + "' in " + source + " is not a setting. There are: " + known);
  }
}
