package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.search.MessageSearch.Filter;
import im.parley.core.search.MessageSearch.Search;
import im.parley.core.search.WantedWords;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Hit;
import im.parley.store.contract.OpenStore;
import im.parley.store.contract.SearchContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteSearchTest extends SearchContract {

  @TempDir Path directory;

  @Override
  protected OpenStore open(InstantSource clock) {
    return OpenSqlite.in(directory, clock);
  }

  @Test
  void anIndexThatIsNotThereIsMadeAtTheNextStart() throws IOException {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    for (int i = 0; i < 300; i++) {
      post(room, ada, "engine " + i);
    }
    assertThat(find(ada, "engine")).hasSize(200);
    store.close();
    deleteIndex();
    store = OpenSqlite.in(directory, InstantSource.system());

    assertThat(find(ada, "engine")).hasSize(200);
  }

  @Test
  void whatAMessageSaidBeforeIsNotFound() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    DurableEvent message = post(room, ada, "engine");
    assertThat(find(ada, "engine")).hasSize(1);
    write("UPDATE event SET text = 'motor' WHERE seq = " + message.seq());
    assertThat(find(ada, "engine")).isEmpty();

    write(
        "INSERT INTO event (place, at, by, type, messages, data) SELECT max(place) + 1, at, by,"
            + " 'message.edited', messages, '{\"target\":"
            + message.seq()
            + "}' FROM event WHERE type = 'message.posted'");
    write("UPDATE room SET head = head + 1 WHERE name = 'Engines'");
    store.close();
    store = OpenSqlite.in(directory, InstantSource.system());

    assertThat(find(ada, "motor")).hasSize(1);
    assertThat(find(ada, "engine")).isEmpty();
  }

  @Test
  void anIndexOfAnotherStoreIsThrownAway() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    post(room, ada, "engine");
    assertThat(find(ada, "engine")).hasSize(1);
    write("UPDATE meta SET value = 'another' WHERE name = 'epoch'");
    write("UPDATE event SET text = 'motor' WHERE type = 'message.posted'");
    store.close();
    store = OpenSqlite.in(directory, InstantSource.system());

    assertThat(find(ada, "motor")).hasSize(1);
  }

  private void deleteIndex() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(directory.resolve("search.db" + suffix));
    }
  }

  private void write(String sql) {
    store.ports().writer().write(tx -> tx.query(sql).update());
  }

  private List<Hit> find(UserId searcher, String query) {
    return store
        .ports()
        .search()
        .find(
            new Search(
                searcher,
                WantedWords.of(query),
                new Filter(null, null, null, null, false),
                200,
                null))
        .hits();
  }
}
