package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.NewRoom;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import im.parley.store.contract.OpenStore;
import im.parley.store.seed.SeedListener;
import im.parley.store.seed.SeedPlan;
import im.parley.store.seed.SeededUser;
import im.parley.store.seed.Seeding;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a seeded store: those that the same people would have left by their commands. */
class SeededRowsTest {

  private static final long NOW = Instant.parse("2026-11-22T10:00:00.123Z").toEpochMilli();

  /** All that commands have written, without the room that everyone joins who signs up. */
  private static final List<String> ROWS =
      List.of(
          "SELECT * FROM account ORDER BY id",
          "SELECT * FROM room WHERE alias IS NOT 'general' ORDER BY number",
          "SELECT * FROM event WHERE room > 1 ORDER BY place",
          "SELECT * FROM member WHERE room > 1 ORDER BY room, user");

  /** Rows that do not fit to their rooms' logs. */
  private static final List<String> CONTRADICTIONS =
      List.of(
          """
          SELECT number FROM room WHERE head IS NOT
            (SELECT coalesce(max(seq), 0) FROM event WHERE room = number)
          """,
          "SELECT number FROM room WHERE head IS NOT (SELECT count(*) FROM event WHERE room ="
              + " number)",
          "SELECT number FROM room WHERE members IS NOT (SELECT count(*) FROM member WHERE room ="
              + " number)",
          """
          SELECT number FROM room WHERE messages IS NOT
            (SELECT count(*) FROM event WHERE room = number AND type = 'message.posted')
          """,
          """
          SELECT number FROM room JOIN event ON place = number << 32 | newest_message
          WHERE type <> 'message.posted' OR at <> active_at
          """,
          """
          SELECT place FROM
            (SELECT place, messages, count(text) OVER (PARTITION BY room ORDER BY place) AS texts
             FROM event)
          WHERE messages <> texts
          """,
          """
          SELECT place FROM
            (SELECT place, at, key, lag(at) OVER (PARTITION BY room ORDER BY place) AS earlier,
               lag(key) OVER (ORDER BY place) AS less
             FROM event)
          WHERE at < earlier OR key <= less OR key IS NULL
          """,
          """
          SELECT member.user FROM member JOIN room ON number = member.room
          WHERE read_seq <> head OR read_number <> messages
          """,
          """
          SELECT member.user FROM member LEFT JOIN event ON place = member.room << 32 | joined_seq
          WHERE type IS NOT 'member.joined' OR by <> user OR at <> joined_at
          """,
          "SELECT * FROM pragma_foreign_key_check",
          "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'");

  @TempDir Path seeded;
  @TempDir Path lived;

  private final AtomicLong time = new AtomicLong();
  private final InstantSource clock = () -> Instant.ofEpochMilli(time.get());

  @Test
  void theyAreWhatTheOrdinaryPathWrites() {
    seed(new SeedPlan(9, 7, 5, 150));
    try (OpenStore one = OpenSqlite.in(seeded, clock);
        OpenStore other = OpenSqlite.in(lived, clock)) {
      registerAgain(one, other);
      happenAgain(one, other);
      readAgain(one, other);

      for (String sql : ROWS) {
        assertThat(rows(one, sql)).as(sql).isNotEmpty().isEqualTo(rows(other, sql));
      }
      assertThat(rows(one, "SELECT username FROM account WHERE admin = 1"))
          .containsExactly(List.of("user-00001"));
    }
  }

  @Test
  void theyDoNotContradictOneAnother() {
    // More events than one transaction has, and more members than the writer keeps in hand.
    SeedPlan plan = new SeedPlan(17_000, 2, 17_000, 30_001);
    seed(plan);
    try (OpenStore store = OpenSqlite.in(seeded, clock)) {
      for (String sql : CONTRADICTIONS) {
        assertThat(rows(store, sql)).as(sql).isEmpty();
      }
      assertThat(rows(store, "SELECT count(*), count(text) FROM event"))
          .containsExactly(List.of("64001", "30001"));
    }
  }

  private void seed(SeedPlan plan) {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochMilli(NOW));
    SqliteSeeding.fill(seeded, new Seeding(plan, "hash", new Unheard(), clock));
  }

  /** Nobody minds. */
  private static final class Unheard implements SeedListener {

    @Override
    public void written(long events) {}

    @Override
    public void seeded(SeededUser user) {}
  }

  /** Makes the accounts of one store in the other. */
  private void registerAgain(OpenStore one, OpenStore other) {
    String accounts =
        "SELECT created_at, id, username, display_name FROM account ORDER BY username";
    for (List<String> account : rows(one, accounts)) {
      time.set(Long.parseLong(account.getFirst()));
      UserId id = new UserId(account.get(1));
      other.ports().accounts().register(new NewAccount(id, account.get(2), account.get(3), "hash"));
    }
  }

  /** Has everyone do in the other store, command by command, what they did in this one. */
  private void happenAgain(OpenStore one, OpenStore other) {
    String events =
        """
        SELECT event.at, event.by, event.key, event.text, event.seq, room.id, room.name
        FROM event JOIN room ON room.number = event.room ORDER BY place
        """;
    for (List<String> event : rows(one, events)) {
      time.set(Long.parseLong(event.getFirst()));
      UserId by = new UserId(event.get(1));
      MessageKey key = new MessageKey(event.get(2));
      String text = event.get(3);
      RoomId room = new RoomId(event.get(5));
      if (event.get(4).equals("1")) {
        other.ports().log().create(newRoom(room, event.get(6), by, key)).join();
      } else {
        Change change = text.equals("null") ? new Change.Join() : new Change.Post(text);
        other.ports().log().append(new Draft(room, by, key, change)).join();
      }
    }
  }

  private static NewRoom newRoom(RoomId room, String name, UserId by, MessageKey key) {
    return new NewRoom(room, RoomKind.PUBLIC, name, null, null, by, key, Set.of());
  }

  /** Has everyone read in the other store as far as they did in this one. */
  private void readAgain(OpenStore one, OpenStore other) {
    String members =
        """
        SELECT room.id, member.user, member.read_seq
        FROM member JOIN room ON room.number = member.room
        """;
    for (List<String> member : rows(one, members)) {
      RoomId room = new RoomId(member.getFirst());
      other
          .ports()
          .readMarks()
          .mark(room, new UserId(member.get(1)), Long.parseLong(member.get(2)));
    }
  }

  private static List<List<String>> rows(OpenStore store, String sql) {
    return store.ports().writer().write(tx -> tx.query(sql).list(SeededRowsTest::columns));
  }

  private static List<String> columns(ResultSet row) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      columns.add(String.valueOf(row.getString(i)));
    }
    return columns;
  }
}
