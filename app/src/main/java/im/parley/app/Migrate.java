package im.parley.app;

import im.parley.app.cli.CommandSyntax;
import im.parley.app.cli.Option;
import im.parley.app.cli.Request;
import im.parley.app.config.ConfigException;
import im.parley.store.StoreException;
import im.parley.store.move.Move;
import im.parley.store.postgres.Database;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
          before the copy is kept. It can be run again until the copy is used. Uploaded files stay
          where they are: serve with the same --data, or copy DIR/files into the --files of the new
          server.\
          """,
          List.of(
              new Option(FROM, "sqlite:DIR", List.of("Data directory of the embedded database")),
              new Option(
                  TO,
                  "postgresql://…",
                  List.of("Empty database, like postgresql://user:password@host:5432/name"))));

  private Migrate() {}

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
      Map<String, Long> rows = Move.run(data, target(options.required(TO)));
      rows.forEach((table, count) -> out.printf("%12d  %s%n", count, table));
      out.println(
          "Copied, counted and compared. Uploaded files are still in " + data.resolve("files"));
      out.flush();
      return 0;
    } catch (StoreException e) {
      throw new ConfigException(String.valueOf(e.getMessage()));
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
