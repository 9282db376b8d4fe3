package im.parley.app;

import im.parley.app.cli.CommandSyntax;
import im.parley.app.cli.MisuseException;
import im.parley.app.cli.Option;
import im.parley.app.cli.Request;
import im.parley.app.config.CommandLineSettings;
import im.parley.app.config.ConfigException;
import im.parley.app.config.ServerConfig;
import im.parley.app.config.Setting;
import im.parley.app.config.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * The command line: its commands, and one option of {@code serve} for each {@link Setting}.
 *
 * @param environment of the process
 * @param out what was asked for goes here
 * @param err everything else
 */
record CommandLineInterface(Map<String, String> environment, PrintWriter out, PrintWriter err) {

  /** The exit status of a command that was asked for something impossible (sysexits.h: usage). */
  private static final int MISUSED = 64;

  private static final String USAGE =
      """
      Usage: parley COMMAND

        serve   Serves chat. See 'parley serve --help'
        seed    Fills a data directory. See 'parley seed --help'
        migrate Copies an embedded database into PostgreSQL. See 'parley migrate --help'
      """;

  private static final Option CONFIG =
      new Option(
          "--config",
          "FILE",
          List.of("File of settings: one 'key = value' a line, the keys as below"));

  /** Runs a command to its end; the exit status. */
  int execute(List<String> words) {
    String command = words.isEmpty() ? "--help" : words.getFirst();
    List<String> rest = words.stream().skip(1).toList();
    return switch (command) {
      case "serve" -> run(serveSyntax(), rest, this::serve);
      case "seed" -> run(Seed.SYNTAX, rest, request -> Seed.run(request, out, err));
      case "migrate" -> run(Migrate.SYNTAX, rest, request -> Migrate.run(request, out));
      case "-h", "--help" -> explain(USAGE);
      default -> refuse("'" + command + "' is not a command: see 'parley --help'");
    };
  }

  private int run(CommandSyntax syntax, List<String> words, ToIntFunction<Request.Run> command) {
    try {
      return switch (syntax.read(words)) {
        case Request.Help() -> explain(syntax.help());
        case Request.Run request -> command.applyAsInt(request);
      };
    } catch (MisuseException e) {
      return refuse(e.getMessage() + ": see '" + syntax.name() + " --help'");
    } catch (ConfigException e) {
      return refuse(String.valueOf(e.getMessage()));
    }
  }

  private static CommandSyntax serveSyntax() {
    List<Option> options = new ArrayList<>();
    options.add(CONFIG);
    for (Setting setting : Setting.values()) {
      options.add(option(setting));
    }
    return new CommandSyntax("parley serve", "Serves chat.", options);
  }

  private static Option option(Setting setting) {
    String value = setting.defaultValue().isEmpty() ? "none" : setting.defaultValue();
    return new Option(
        "--" + setting.key(),
        setting.placeholder(),
        List.of(
            setting.help(),
            "Default: " + value + "; in the environment " + setting.environmentName()));
  }

  private int serve(Request.Run request) {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      request.optional("--" + setting.key()).ifPresent(value -> settings.put(setting, value));
    }
    Optional<Path> file = request.optional(CONFIG.name()).map(Path::of);
    return Serve.run(
        ServerConfig.of(Settings.read(new CommandLineSettings(settings, file), environment)));
  }

  private int explain(String text) {
    out.print(text);
    out.flush();
    return 0;
  }

  private int refuse(String why) {
    err.println("parley: " + why);
    err.flush();
    return MISUSED;
  }
}
