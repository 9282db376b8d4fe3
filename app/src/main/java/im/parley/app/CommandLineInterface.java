package im.parley.app;

import im.parley.app.config.CommandLineSettings;
import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.app.config.Setting;
import im.parley.app.config.Settings;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The command line: its commands, and one option for each {@link Setting}. */
final class CommandLineInterface {

  /** The exit status of a command that was asked for something impossible (sysexits.h: usage). */
  private static final int MISUSED = 64;

  private static final String CONFIG_OPTION = "--config";

  private final Map<String, String> environment;

  private CommandLineInterface(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The command line of a process with this environment. */
  static CommandLine of(Map<String, String> environment) {
    CommandLineInterface commands = new CommandLineInterface(environment);
    CommandSpec serve = CommandSpec.create().mixinStandardHelpOptions(true);
    serve.usageMessage().description("Serves chat.");
    serve.addOption(
        OptionSpec.builder(CONFIG_OPTION)
            .paramLabel("FILE")
            .type(Path.class)
            .description("File of settings: one 'key = value' a line, the keys as below")
            .build());
    for (Setting setting : Setting.values()) {
      serve.addOption(option(setting));
    }
    CommandSpec rehearse = CommandSpec.create();
    rehearse.usageMessage().hidden(true).description("Starts, talks to itself and stops.");
    CommandSpec parley =
        CommandSpec.create()
            .name("parley")
            .mixinStandardHelpOptions(true)
            .addSubcommand("serve", serve)
            .addSubcommand("seed", Seed.options())
            .addSubcommand("rehearse", rehearse);
    return new CommandLine(parley)
        .setExecutionStrategy(commands::runOrExplain)
        .setParameterExceptionHandler((misuse, _) -> explain(misuse));
  }

  private static int explain(CommandLine.ParameterException misuse) {
    CommandLine command = misuse.getCommandLine();
    return refuse(
        command,
        String.valueOf(misuse.getMessage()).strip()
            + ": see '"
            + command.getCommandSpec().qualifiedName()
            + " --help'");
  }

  private static int refuse(CommandLine command, String why) {
    command.getErr().println("parley: " + why);
    return MISUSED;
  }

  private static OptionSpec option(Setting setting) {
    return OptionSpec.builder("--" + setting.key())
        .paramLabel(setting.placeholder())
        .type(String.class)
        .description(
            setting.help(),
            "  Default: "
                + (setting.defaultValue().isEmpty() ? "none" : setting.defaultValue())
                + "; in the environment "
                + setting.environmentName())
        .build();
  }

  private int runOrExplain(ParseResult parsed) {
    try {
      return run(parsed);
    } catch (ConfigException e) {
      return refuse(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()));
    }
  }

  private int run(ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      parsed.commandSpec().commandLine().usage(System.out);
      return 0;
    }
    ParseResult command = parsed.subcommand();
    return switch (command.commandSpec().name()) {
      case "serve" -> Serve.run(ServerConfig.of(settings(command)));
      case "seed" -> Seed.run(command);
      case "rehearse" -> Rehearsal.run();
      default -> throw new IllegalStateException("Not a command");
    };
  }

  private Settings settings(ParseResult command) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      String option = "--" + setting.key();
      if (command.hasMatchedOption(option)) {
        values.put(setting, command.matchedOptionValue(option, setting.defaultValue()));
      }
    }
    Path none = Path.of("");
    Path file = command.matchedOptionValue(CONFIG_OPTION, none);
    return Settings.read(
        new CommandLineSettings(values, Optional.of(file).filter(path -> !path.equals(none))),
        environment);
  }
}
