package im.parley.app;

import im.parley.app.cli.CommandSyntax;
import im.parley.app.cli.Option;
import im.parley.app.cli.Request;
import im.parley.app.config.ConfigException;
import im.parley.core.CoreConfig;
import im.parley.core.account.PasswordHasher;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.error.RefusedException;
import im.parley.store.StoreException;
import im.parley.store.postgres.Database;
import im.parley.store.postgres.PostgresSeeding;
import im.parley.store.seed.SeedListener;
import im.parley.store.seed.SeedPlan;
import im.parley.store.seed.SeededUser;
import im.parley.store.seed.Seeding;
import im.parley.store.sqlite.SqliteSeeding;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Fills a store for benchmarks and demonstrations. The users, and nothing else, go to the standard
 * output, a line of JSON each.
 */
final class Seed {

  private static final String DATA = "--data";
  private static final String DATABASE = "--database";
  private static final String USERS = "--users";
  private static final String ROOMS = "--rooms";
  private static final String PER_ROOM = "--per-room";
  private static final String MESSAGES = "--messages";
  private static final String PASSWORD = "--password";

  /** How the command is written. */
  static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "parley seed",
          """
          Fills an empty data directory or database, for benchmarks and demonstrations, and prints a line of
          JSON for each user:
            {"user":"u…","username":"user-00001","token":"pa_…","rooms":["r…"]}
          The token is good for a day. The first user is the server's admin. Rooms take their
          members from the users in turn, so that everyone is in about as many, and the messages
          are spread evenly over the rooms and the past 7 days. Nobody is in 'general', which would
          be a room of everyone; those who sign up later are.\
          """,
          List.of(
              option(DATA, "DIR", "Directory to fill; no accounts in it"),
              option(
                  DATABASE,
                  "postgresql://…",
                  "Database to fill instead, like postgresql://user:password@host:5432/name"),
              option(USERS, "COUNT", "Users, at most " + SeedPlan.MAX_USERS),
              option(ROOMS, "COUNT", "Public rooms, at most " + SeedPlan.MAX_ROOMS),
              option(PER_ROOM, "COUNT", "Members of each room, at most as many as users"),
              option(MESSAGES, "COUNT", "Messages in all rooms, at most " + SeedPlan.MAX_MESSAGES),
              option(
                  PASSWORD,
                  "WORD",
                  "Everyone's password; without it nobody can sign in with one")));

  private Seed() {}

  private static Option option(String name, String placeholder, String help) {
    return new Option(name, placeholder, List.of(help));
  }

  /**
   * Fills the store; the exit status.
   *
   * @throws ConfigException if what was asked for cannot be
   */
  static int run(Request.Run options, PrintWriter out, PrintWriter err) {
    Store store = store(options);
    SeedPlan plan = plan(options);
    Report report = new Report(plan, out, err);
    try {
      store.fill(new Seeding(plan, passwordHash(options), report, InstantSource.system()));
    } catch (StoreException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
    report.end(store);
    return 0;
  }

  /** What is filled. */
  private sealed interface Store {

    /** Carries it out here. */
    void fill(Seeding seeding);
  }

  private record Embedded(Path directory) implements Store {

    @Override
    public void fill(Seeding seeding) {
      SqliteSeeding.fill(directory, seeding);
    }

    @Override
    public String toString() {
      return directory.toString();
    }
  }

  private record Remote(Database database) implements Store {

    @Override
    public void fill(Seeding seeding) {
      PostgresSeeding.fill(database, seeding);
    }

    @Override
    public String toString() {
      return database.toString();
    }
  }

  private static Store store(Request.Run options) {
    try {
      return options
          .optional(DATABASE)
          .<Store>map(url -> new Remote(Database.of(url)))
          .orElseGet(() -> new Embedded(data(options)));
    } catch (StoreException e) {
      throw new ConfigException(
          "'database' must be like postgresql://user:password@host:5432/name");
    }
  }

  private static Path data(Request.Run options) {
    String data = options.required(DATA);
    if (data.isEmpty()) {
      throw new ConfigException("'data' must be the path of a directory");
    }
    return Path.of(data);
  }

  private static SeedPlan plan(Request.Run options) {
    try {
      return new SeedPlan(
          options.number(USERS),
          options.number(ROOMS),
          options.number(PER_ROOM),
          options.number(MESSAGES));
    } catch (IllegalArgumentException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  private static String passwordHash(Request.Run options) {
    try (PasswordHasher hasher =
        new PasswordHasher(CoreConfig.defaults().passwords(), new SimpleMeterRegistry())) {
      return options
          .optional(PASSWORD)
          .map(password -> hasher.hash(acceptable(password)))
          .orElseGet(hasher::decoy);
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

    void end(Store store) {
      users.flush();
      double seconds = (System.nanoTime() - start) / 1e9;
      progress.printf(
          Locale.ROOT,
          "parley: %s has %d users, %d rooms of %d and %d messages, after %.1f s%n",
          store,
          plan.users(),
          plan.rooms(),
          plan.perRoom(),
          plan.messages(),
          seconds);
    }
  }
}
