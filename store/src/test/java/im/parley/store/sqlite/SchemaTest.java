package im.parley.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.store.StoreException;
import im.parley.store.sql.HotStatements;
import im.parley.store.sql.SqlStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables: made once, checked cheaply, and laid out so that pages are ranges. */
class SchemaTest {

  @TempDir Path directory;

  @Test
  void theNewestMigrationIsTheCurrentVersion() throws Exception {
    URI folder = Migrations.class.getResource("migration").toURI();
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      List<Integer> versions =
          files
              .map(file -> file.getFileName().toString())
              .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
              .sorted()
              .toList();
      assertThat(versions).last().isEqualTo(Schema.VERSION);
      assertThat(versions).doesNotHaveDuplicates().hasSize(Schema.VERSION);
    }
  }

  @Test
  void anEmptyDirectoryBecomesAStore() {
    try (SqlStore store = open()) {
      assertThat(pragma(store, "user_version")).isEqualTo(Schema.VERSION);
      List<String> problems =
          store
              .writer()
              .write(tx -> tx.query("PRAGMA integrity_check").list(row -> row.getString(1)));
      assertThat(problems).containsExactly("ok");
    }
  }

  @Test
  void aStoreOfANewerVersionIsRefused() {
    try (SqlStore store = open()) {
      store.writer().write(tx -> tx.query("PRAGMA user_version = 99").update());
    }
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("newer Parley");
  }

  @Test
  void migrationsAreNotEvenLoadedWhenTheSchemaIsCurrent() throws Exception {
    open().close();
    Process child = ChildJvm.start(Opening.class, directory, "-Xlog:class+load");
    String output = new String(child.getInputStream().readAllBytes(), UTF_8);

    assertThat(child.waitFor()).as(output).isZero();
    assertThat(output)
        .contains("im.parley.store.sqlite.Schema ")
        .doesNotContain("im.parley.store.sqlite.Migrations ")
        .doesNotContain("org.flywaydb");
    assertThat(libraries()).hasSize(1);
  }

  /** What a process of its own has unpacked into the data directory. */
  private List<String> libraries() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("sqlitejdbc"))
          .toList();
    }
  }

  @Test
  void pagesAreRanges() {
    try (SqlStore store = open()) {
      for (String page : HotStatements.PAGES) {
        assertThat(plan(store, page))
            .as(page)
            .containsExactly("SEARCH event USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)");
      }
      assertThat(plan(store, HotStatements.BY_KEY))
          .anyMatch(step -> step.contains("USING INDEX event_by_key (key=? AND by=?)"))
          .noneMatch(step -> step.contains("SCAN"));
    }
  }

  @Test
  void roomsAreFoundThroughTheirMembers() {
    try (SqlStore store = open()) {
      for (String sql : HotStatements.ROOMS_OF_USER) {
        assertThat(plan(store, sql))
            .as(sql)
            .anyMatch(step -> step.matches("SEARCH member USING .*INDEX member_by_user .*"))
            .noneMatch(step -> step.contains("SCAN"))
            .noneMatch(step -> step.contains("(id>?)"));
      }
      assertThat(plan(store, HotStatements.ROOM)).noneMatch(step -> step.contains("SCAN"));
      assertThat(plan(store, HotStatements.BROWSE))
          .contains("SEARCH room USING INDEX room_to_browse ((folded_name,id)>(?,?))")
          .noneMatch(step -> step.contains("TEMP B-TREE"));
    }
  }

  @Test
  void whatExpiresIsFoundByItsTime() {
    try (SqlStore store = open()) {
      for (String sql : HotStatements.EXPIRIES) {
        assertThat(plan(store, sql))
            .as(sql)
            .anyMatch(step -> step.contains("event USING") && step.contains("event_to_expire"))
            .noneMatch(step -> step.contains("TEMP B-TREE"));
      }
    }
  }

  private static List<String> plan(SqlStore store, String sql) {
    return store
        .writer()
        .write(tx -> tx.query("EXPLAIN QUERY PLAN " + sql).list(row -> row.getString("detail")));
  }

  private static long pragma(SqlStore store, String name) {
    return store.writer().write(tx -> tx.query("PRAGMA " + name).number());
  }

  private SqlStore open() {
    return SqliteStore.open(directory, events -> {}, new SimpleMeterRegistry());
  }

  /** A process that opens the store and closes it. */
  static final class Opening {

    private Opening() {}

    public static void main(String[] arguments) {
      SqliteStore.open(Path.of(arguments[0]), events -> {}, new SimpleMeterRegistry()).close();
    }
  }
}
