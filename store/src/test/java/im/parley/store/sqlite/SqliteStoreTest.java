package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.store.StoreException;
import im.parley.store.sql.SqlStore;
import im.parley.store.sql.WriteTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a store on disk: opened, closed, opened again. */
class SqliteStoreTest {

  @TempDir Path parent;

  private final MeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void whatWasWrittenIsThereAfterReopening() {
    UserId ada = UserId.random();
    Draft draft;
    Outcome first;
    String epoch;
    try (SqlStore store = open()) {
      store.accounts().register(new NewAccount(ada, "ada", "Ada", "hash"));
      draft = new Draft(general(store), ada, new MessageKey("k1"), new Change.Post("before"));
      first = store.log().append(draft).join();
      epoch = store.log().epoch();
    }
    try (SqlStore store = open()) {
      assertThat(store.log().epoch()).isEqualTo(epoch);
      assertThat(store.log().append(draft).join())
          .isEqualTo(new Outcome.Repeated(((Outcome.Appended) first).event()));
      Draft next = new Draft(draft.room(), ada, new MessageKey("k2"), new Change.Post("after"));
      store.log().append(next).join();
      assertThat(store.log().events(draft.room(), 0, 10).items())
          .extracting(event -> event.seq())
          .containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void everyStoreHasItsOwnEpoch() {
    try (SqlStore one = open("one");
        SqlStore two = open("two")) {
      assertThat(one.log().epoch()).isNotEqualTo(two.log().epoch()).hasSizeBetween(1, 40);
    }
  }

  @Test
  void aDirectoryBelongsToOneServer() {
    try (SqlStore store = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("in use by another Parley server")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      assertThat(store.healthy()).isTrue();
    }
    open().close();
  }

  @Test
  void theFilesAreForTheirOwnerAlone() throws IOException {
    try (SqlStore store = open()) {
      store.accounts().register(new NewAccount(UserId.random(), "ada", "Ada", "hash"));
      assertThat(permissions(parent.resolve("data"))).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(parent.resolve("data"))) {
        assertThat(files.filter(file -> file.getFileName().toString().startsWith("parley.")))
            .hasSize(4)
            .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void closingLeavesNoJournalBehind() throws IOException {
    try (SqlStore store = open()) {
      store.accounts().register(new NewAccount(UserId.random(), "ada", "Ada", "hash"));
    }
    try (Stream<Path> files = Files.list(parent.resolve("data"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> name.startsWith("parley."))
          .containsExactlyInAnyOrder("parley.db", "parley.lock");
    }
  }

  @Test
  void aClosedStoreRefuses() {
    SqlStore store = open();
    RoomId general = general(store);
    store.close();

    assertThatThrownBy(() -> general(store)).isInstanceOf(RefusedException.class);
    Draft draft =
        new Draft(general, UserId.random(), MessageKey.random(), new Change.Post("too late"));
    assertThat(store.log().append(draft)).isCompletedExceptionally();
  }

  @Test
  void aDirectoryThatCannotBeUsedIsNamed() throws IOException {
    Path file = Files.writeString(parent.resolve("data"), "not a directory");

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.createDirectories(parent.resolve("data"));
    Files.writeString(
        parent.resolve("data").resolve("parley.db"), "This is no database. ".repeat(99));

    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(parent.resolve("data").toString());
  }

  @Test
  void aCommitIsOnDiskWhenItReturns() throws Exception {
    try (SqlStore store = open()) {
      List<String> settings =
          store
              .writer()
              .write(transaction ->
                  List.of(
                      setting(transaction, "synchronous"),
                      setting(transaction, "journal_mode"),
                      setting(transaction, "foreign_keys"),
                      setting(transaction, "busy_timeout"),
                      setting(transaction, "mmap_size")));
      assertThat(settings).containsExactly("2", "wal", "1", "5000", "0");
    }
  }

  @Test
  void itsWorkIsMeasured() {
    try (SqlStore store = open()) {
      store.accounts().register(new NewAccount(UserId.random(), "ada", "Ada", "hash"));
    }
    assertThat(meters.get("parley.store.commit").timer().count()).isEqualTo(1);
    assertThat(meters.get("parley.store.batch").summary().totalAmount()).isEqualTo(1);
    assertThat(meters.get("parley.store.writer.queue").gauge().value()).isZero();
    assertThat(meters.get("parley.store.reader.queue").gauge().value()).isZero();
  }

  private SqlStore open() {
    return open("data");
  }

  private SqlStore open(String name) {
    return SqliteStore.open(parent.resolve(name), events -> {}, meters);
  }

  private static RoomId general(SqlStore store) {
    return store.rooms().browse(UserId.random(), "", null, 1).items().getFirst().id();
  }

  private static String setting(WriteTransaction transaction, String name) throws SQLException {
    return transaction.query("PRAGMA " + name).list(row -> row.getString(1)).getFirst();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
