package im.parley.app;

import im.parley.app.cli.CommandSyntax;
import im.parley.app.cli.Option;
import im.parley.app.cli.Request;
import im.parley.app.config.CommandLineSettings;
import im.parley.app.config.ConfigException;
import im.parley.app.config.FileConfig;
import im.parley.app.config.Setting;
import im.parley.app.config.Settings;
import im.parley.store.StoreException;
import im.parley.store.disk.DiskFileStore;
import im.parley.store.move.FileMove;
import im.parley.store.move.Move;
import im.parley.store.postgres.Database;
import im.parley.store.s3.BucketConfig;
import im.parley.store.s3.BucketFileStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code migrate}: copies an embedded database into one of PostgreSQL. */
final class Migrate {

  private static final String FROM = "--from";
  private static final String TO = "--to";
  private static final String EMBEDDED = "sqlite:";

  /** How the command is written. */
  static final CommandSyntax SYNTAX =
      new CommandSyntax(
          "parley migrate",
          """
          Copies everything that an embedded database keeps into one of PostgreSQL: people and
          their sessions, rooms, every message with its place and its key. Stop the server first;
          clients go on with the new one as if nothing had been. Both are counted and compared
          before the copy is kept. It can be run again until the copy is used. With --files, the
          uploaded files are copied as well, and each is read again there; without it they stay
          where they are: serve with the same --data.\
          """,
          List.of(
              new Option(FROM, "sqlite:DIR", List.of("Data directory of the embedded database")),
              new Option(
                  TO,
                  "postgresql://…",
                  List.of("Empty database, like postgresql://user:password@host:5432/name")),
              option(Setting.FILES),
              option(Setting.S3_ENDPOINT),
              option(Setting.S3_REGION)));

  private Migrate() {}

  private static Option option(Setting setting) {
    return new Option(name(setting), setting.placeholder(), List.of(setting.help()));
  }

  private static String name(Setting setting) {
    return "--" + setting.key();
  }

  /**
   * Copies; the exit status.
   *
   * @throws ConfigException if what was asked for cannot be
   */
  static int run(Request.Run options, PrintWriter out) {
    String from = options.required(FROM);
    if (!from.startsWith(EMBEDDED) || from.length() == EMBEDDED.length()) {
      throw new ConfigException("'from' must be like sqlite:data, with the data directory");
    }
    try {
      Path data = Path.of(from.substring(EMBEDDED.length()));
      Optional<BucketConfig> bucket = bucket(options);
      Map<String, Long> rows = Move.run(data, target(options.required(TO)));
      rows.forEach((table, count) -> out.printf("%12d  %s%n", count, table));
      Path files = data.resolve("files");
      bucket.ifPresentOrElse(
          place -> out.printf("%12d  uploaded files%n", copy(files, place)),
          () -> out.println("Uploaded files are still in " + files));
      out.println("Copied, counted and compared.");
      out.flush();
      return 0;
    } catch (StoreException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
    }
  }

  /** The bucket in the options, which are written like those of a server. */
  private static Optional<BucketConfig> bucket(Request.Run options) {
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : List.of(Setting.FILES, Setting.S3_ENDPOINT, Setting.S3_REGION)) {
      options.optional(name(setting)).ifPresent(value -> values.put(setting, value));
    }
    return FileConfig.bucket(
        Settings.read(new CommandLineSettings(values, Optional.empty()), Map.of()));
  }

  private static long copy(Path files, BucketConfig bucket) {
    try (DiskFileStore from = DiskFileStore.open(files);
        BucketFileStore to = BucketFileStore.open(bucket, files.resolve("incoming"))) {
      return FileMove.run(from, to);
    }
  }

  private static Database target(String url) {
    try {
      return Database.of(url);
    } catch (StoreException e) {
      throw new ConfigException("'to' must be like postgresql://user:password@host:5432/name");
    }
  }
}
