package im.parley.app;

import im.parley.app.config.ConfigException;
import im.parley.core.CoreConfig;
import im.parley.core.account.PasswordHasher;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.error.RefusedException;
import im.parley.store.StoreException;
import im.parley.store.sqlite.SeedListener;
import im.parley.store.sqlite.SeedPlan;
import im.parley.store.sqlite.SeededUser;
import im.parley.store.sqlite.Seeding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Fills a data directory for benchmarks and demonstrations. The users, and nothing else, go to the
 * standard output, a line of JSON each.
 */
final class Seed {

  private static final String DATA = "--data";
  private static final String USERS = "--users";
  private static final String ROOMS = "--rooms";
  private static final String PER_ROOM = "--per-room";
  private static final String MESSAGES = "--messages";
  private static final String PASSWORD = "--password";

  private Seed() {}

  /** The command's options. */
  static CommandSpec options() {
    CommandSpec seed = CommandSpec.create().mixinStandardHelpOptions(true);
    seed.usageMessage()
        .description(
            "Fills an empty data directory, for benchmarks and demonstrations, and prints a line"
                + " of JSON for each user:",
            "  {\"user\":\"u…\",\"username\":\"user-00001\",\"token\":\"pa_…\",\"rooms\":[\"r…\"]}",
            "The token is good for a day. The first user is the server's admin. Rooms take their"
                + " members from the users in turn, so that everyone is in about as many, and the"
                + " messages are spread evenly over the rooms and the past 7 days. Nobody is in"
                + " 'general', which would be a room of everyone; those who sign up later are.");
    return seed.addOption(required(DATA, "DIR", Path.class, "Directory to fill; no accounts in it"))
        .addOption(number(USERS, "Users, at most " + SeedPlan.MAX_USERS))
        .addOption(number(ROOMS, "Public rooms, at most " + SeedPlan.MAX_ROOMS))
        .addOption(number(PER_ROOM, "Members of each room, at most as many as there are users"))
        .addOption(number(MESSAGES, "Messages in all rooms, at most " + SeedPlan.MAX_MESSAGES))
        .addOption(
            OptionSpec.builder(PASSWORD)
                .paramLabel("WORD")
                .type(String.class)
                .description("Everyone's password; without it nobody can sign in with one")
                .build());
  }

  private static OptionSpec number(String name, String help) {
    return required(name, "COUNT", int.class, help);
  }

  private static OptionSpec required(String name, String label, Class<?> type, String help) {
    return OptionSpec.builder(name)
        .required(true)
        .paramLabel(label)
        .type(type)
        .description(help)
        .build();
  }

  static int run(ParseResult options) {
    CommandLine command = options.commandSpec().commandLine();
    Path data = data(options);
    SeedPlan plan = plan(options);
    Report report = new Report(plan, command.getOut(), command.getErr());
    try {
      Seeding.fill(data, plan, passwordHash(options), report);
    } catch (StoreException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
    report.end(data);
    return 0;
  }

  private static Path data(ParseResult options) {
    Path data = options.matchedOptionValue(DATA, Path.of(""));
    if (data.toString().isEmpty()) {
      throw new ConfigException("'data' must be the path of a directory");
    }
    return data;
  }

  private static SeedPlan plan(ParseResult options) {
    try {
      return new SeedPlan(
          options.matchedOptionValue(USERS, 0),
          options.matchedOptionValue(ROOMS, 0),
          options.matchedOptionValue(PER_ROOM, 0),
          options.matchedOptionValue(MESSAGES, 0));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static String passwordHash(ParseResult options) {
    try (PasswordHasher hasher =
        new PasswordHasher(CoreConfig.defaults().passwords(), new SimpleMeterRegistry())) {
      return options.hasMatchedOption(PASSWORD)
          ? hasher.hash(acceptable(options.matchedOptionValue(PASSWORD, "")))
          : hasher.decoy();
    }
  }

  /** A password that people could have chosen for themselves. */
  private static String acceptable(String password) {
    try {
      return new RegisterAccount("somebody", password, null, null).password();
    } catch (RefusedException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  /** Tells what was done: the users on one stream, all else on the other. */
  private static final class Report implements SeedListener {

    private final SeedPlan plan;
    private final PrintWriter users;
    private final PrintWriter progress;
    private final long start = System.nanoTime();
    private long tenths;

    Report(SeedPlan plan, PrintWriter users, PrintWriter progress) {
      this.plan = plan;
      this.users = users;
      this.progress = progress;
    }

    @Override
    public void written(long events) {
      long done = 10 * events / plan.events();
      if (done > tenths) {
        tenths = done;
        progress.println("parley: " + 10 * tenths + " % is written");
      }
    }

    /** Ids, names and tokens have no character that JSON escapes. */
    @Override
    public void seeded(SeededUser user) {
      String rooms =
          user.rooms().stream()
              .map(room -> '"' + room.value() + '"')
              .collect(Collectors.joining(",", "[", "]"));
      users.write(
          "{\"user\":\"%s\",\"username\":\"%s\",\"token\":\"%s\",\"rooms\":%s}\n"
              .formatted(user.id(), user.username(), user.accessToken(), rooms));
    }

    void end(Path data) {
      users.flush();
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.printf(
          Locale.ROOT,
          "parley: %s has %d users, %d rooms of %d and %d messages, after %.1f s%n",
          data,
          plan.users(),
          plan.rooms(),
          plan.perRoom(),
          plan.messages(),
          seconds);
    }
  }
}
