package im.parley.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.parley.store.StoreException;
import im.parley.store.contract.OpenStore;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the store opens, and how its database is set. */
class PostgresStoreTest {

  @Test
  void aSecondServerIsRefusedWhereOneIsToBeAlone() {
    TestDatabase database = TestDatabase.fresh();
    try (OpenStore first = database.open(Sharing.ONE_SERVER, InstantSource.system())) {
      assertThat(first.ports().healthy()).isTrue();
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> database.open(Sharing.ONE_SERVER, InstantSource.system()))
          .withMessageContaining("another server of Parley uses it");
    }
    database.open(Sharing.ONE_SERVER, InstantSource.system()).close();
  }

  @Test
  void theEpochIsThatOfTheDatabase() {
    TestDatabase database = TestDatabase.fresh();
    String epoch = epoch(database);
    assertThat(epoch(database)).isEqualTo(epoch);
    assertThat(epoch(TestDatabase.fresh())).isNotEqualTo(epoch);
  }

  private static String epoch(TestDatabase database) {
    try (OpenStore store = database.open(InstantSource.system())) {
      return store.ports().log().epoch();
    }
  }

  /** A killed process loses nothing that the kernel has: so what is set is looked at instead. */
  @Test
  void aCommitIsOnDiskAndNothingWaitsForEver() throws SQLException {
    try (PostgresConnection connection = Database.of(TestDatabase.fresh().url()).connect()) {
      for (List<String> setting :
          List.of(
              List.of("synchronous_commit", "on"),
              List.of("statement_timeout", "15s"),
              List.of("lock_timeout", "10s"),
              List.of("idle_in_transaction_session_timeout", "10s"))) {
        String value =
            connection
                .query("SELECT current_setting(?)")
                .bind(setting.getFirst())
                .first(row -> row.getString(1));
        assertThat(value).as(setting.getFirst()).isEqualTo(setting.getLast());
      }
    }
  }

  @Test
  void aNewerSchemaIsRefused() throws SQLException {
    TestDatabase database = TestDatabase.fresh();
    try (PostgresConnection connection = Database.of(database.url()).connect()) {
      connection.query("UPDATE meta SET value = '1000' WHERE name = 'schema'").update();
      connection.commit();
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> database.open(InstantSource.system()))
        .withMessageContaining("newer Parley");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "postgresql:", "postgresql://host", "mysql://host/name", "postgresql://a b/c"})
  void whatIsNoDatabaseIsRefusedWithoutRepeatingIt(String url) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> Database.of(url))
        .withMessage("A database must be like postgresql://user:password@host:5432/name");
  }

  @Test
  void aPasswordIsNeverShown() {
    assertThat(Database.of("postgresql://ada:s%40cret@db.example.org:5433/chat"))
        .hasToString("db.example.org/chat");
  }
}
