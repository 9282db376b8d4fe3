package im.parley.store.move;

import im.parley.store.StoreException;
import im.parley.store.postgres.Database;
import im.parley.store.postgres.PostgresTarget;
import im.parley.store.sqlite.SqliteSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies everything that an embedded database keeps into one of PostgreSQL: seqs, keys, sessions
 * and all, so that clients go on as if nothing had been. It happens in one transaction, at the end
 * of which both are counted and compared; it can be done again for as long as nobody has written to
 * the copy.
 */
public final class Move {

  private static final String EPOCH = "SELECT value FROM meta WHERE name = 'epoch'";

  private final Connection source;
  private final Connection target;

  private Move(Connection source, Connection target) {
    this.source = source;
    this.target = target;
  }

  /**
   * Copies.
   *
   * @param from the directory of the embedded database, which stays as it is
   * @param to empty, or a copy that was made before and that nobody has written to
   * @return how many rows of each table were copied
   * @throws StoreException if one of them cannot be used, or the copy is not like the original;
   *     then nothing was changed
   */
  public static Map<String, Long> run(Path from, Database to) {
    try (SqliteSource source = SqliteSource.open(from);
        PostgresTarget target = PostgresTarget.open(to)) {
      return new Move(source.connection(), target.connection()).run();
    } catch (SQLException e) {
      throw new StoreException("Nothing was copied: " + e.getMessage(), e);
    }
  }

  private Map<String, Long> run() throws SQLException {
    requireFree();
    List<Table> tables = new ArrayList<>();
    for (String name : inOrder(names())) {
      tables.add(Table.in(target, name));
    }
    clear();
    Map<String, Long> rows = new LinkedHashMap<>();
    for (Table table : tables) {
      Tally original = table.copy(source, target);
      if (!table.count(target).isLike(original)) {
        throw new StoreException(
            "The copy of the table "
                + table.name()
                + " is not like the original: nothing was kept");
      }
      rows.put(table.name(), original.rows());
    }
    goOnCounting();
    target.commit();
    return rows;
  }

  /** Whoever has written to the target would lose that. */
  private void requireFree() throws SQLException {
    boolean empty = number(target, "SELECT count(*) FROM account") == 0;
    boolean copy = texts(target, EPOCH).equals(texts(source, EPOCH));
    if (!empty && !copy) {
      throw new StoreException("The database has people of its own: choose an empty one");
    }
    Set<String> strangers = new HashSet<>(texts(target, "SELECT id FROM account"));
    strangers.removeAll(texts(source, "SELECT id FROM account"));
    if (!empty && (!strangers.isEmpty() || hasGoneOn())) {
      throw new StoreException(
          "The database was copied before, and has been used since: it would lose what is new");
    }
  }

  private boolean hasGoneOn() throws SQLException {
    Map<String, Long> heads = heads(source);
    return heads(target).entrySet().stream()
        .anyMatch(room -> room.getValue() > heads.getOrDefault(room.getKey(), -1L));
  }

  private static Map<String, Long> heads(Connection connection) throws SQLException {
    Map<String, Long> heads = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id, head FROM room")) {
      while (rows.next()) {
        heads.put(rows.getString(1), rows.getLong(2));
      }
    }
    return heads;
  }

  /** The tables of the original, but for how they came to be; words are indexed anew. */
  private Set<String> names() throws SQLException {
    return new HashSet<>(
        texts(
            source,
            """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'
            """));
  }

  /** A table comes after those that it refers to. */
  private List<String> inOrder(Set<String> names) throws SQLException {
    Map<String, Set<String>> needs =
        names.stream().collect(Collectors.toMap(name -> name, _ -> new HashSet<>()));
    try (Statement statement = target.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT conrelid::regclass::text, confrelid::regclass::text
                FROM pg_constraint WHERE contype = 'f'
                """)) {
      while (rows.next()) {
        String needy = unquoted(rows.getString(1));
        if (names.contains(needy)) {
          Objects.requireNonNull(needs.get(needy)).add(unquoted(rows.getString(2)));
        }
      }
    }
    List<String> ordered = new ArrayList<>();
    while (ordered.size() < names.size()) {
      List<String> next =
          names.stream()
              .filter(name -> !ordered.contains(name))
              .filter(name -> ordered.containsAll(needs.getOrDefault(name, Set.of())))
              .sorted()
              .toList();
      if (next.isEmpty()) {
        throw new IllegalStateException("Tables refer to each other in a circle");
      }
      ordered.addAll(next);
    }
    return ordered;
  }

  private static String unquoted(String name) {
    return name.replace("\"", "");
  }

  private void clear() throws SQLException {
    List<String> all =
        texts(
            target,
            """
            SELECT tablename FROM pg_tables
            WHERE schemaname = current_schema() AND tablename NOT LIKE 'flyway%'
              AND tablename <> 'meta'
            """);
    execute(
        all.stream()
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", ", "TRUNCATE ", "")));
    execute("DELETE FROM meta WHERE name <> 'schema'");
  }

  /** What is numbered goes on after what was copied. */
  private void goOnCounting() throws SQLException {
    List<String> counters =
        texts(
            target,
            """
            SELECT format(
              'SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %I',
              table_name, column_name, column_name, table_name)
            FROM information_schema.columns
            WHERE table_schema = current_schema() AND is_identity = 'YES'
            """);
    for (String counter : counters) {
      number(target, counter);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = target.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static List<String> texts(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }
}
