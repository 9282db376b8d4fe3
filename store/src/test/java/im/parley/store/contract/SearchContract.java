package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.Mentions;
import im.parley.core.search.MessageSearch.Filter;
import im.parley.core.search.MessageSearch.Search;
import im.parley.core.search.WantedWords;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Hits;
import im.parley.protocol.view.FileInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@link im.parley.core.search.MessageSearch} promises. */
public abstract class SearchContract extends StoreContract {

  private static final Filter ANY = new Filter(null, null, null, null, false);

  @Test
  void whatWasAcknowledgedIsFound() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    for (int i = 0; i < 50; i++) {
      post(room, ada, "message number" + i);
      assertThat(texts(find(ada, "number" + i, ANY))).contains("message number" + i);
    }
  }

  @Test
  void newestFirstAcrossRoomsAndInPages() {
    UserId ada = register("ada");
    RoomId first = publicRoom(ada, "First");
    RoomId second = publicRoom(ada, "Second");
    for (int i = 0; i < 7; i++) {
      passMillis(1);
      post(i % 3 == 0 ? second : first, ada, "engine " + i);
    }

    Hits page = find(ada, "eng", ANY, 3, null);
    assertThat(texts(page)).containsExactly("engine 6", "engine 5", "engine 4");
    assertThat(page.more()).isTrue();
    page = find(ada, "eng", ANY, 3, page.next());
    assertThat(texts(page)).containsExactly("engine 3", "engine 2", "engine 1");
    page = find(ada, "eng", ANY, 3, page.next());
    assertThat(texts(page)).containsExactly("engine 0");
    assertThat(page.more()).isFalse();
    assertThat(page.next()).isNull();
  }

  @Test
  void filtersNarrowIt() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId first = publicRoom(ada, "First");
    RoomId second = publicRoom(ada, "Second");
    append(first, bob, new Change.Join());
    post(first, ada, "engine one");
    passMillis(10);
    post(second, ada, "engine two");
    passMillis(10);
    post(first, bob, "engine three");

    assertThat(texts(find(ada, "engine", new Filter(first, null, null, null, false))))
        .containsExactly("engine three", "engine one");
    assertThat(texts(find(ada, "engine", new Filter(null, bob, null, null, false))))
        .containsExactly("engine three");
    assertThat(
            texts(find(ada, "engine", new Filter(null, null, START.plusMillis(10), null, false))))
        .containsExactly("engine three", "engine two");
    assertThat(
            texts(find(ada, "engine", new Filter(null, null, null, START.plusMillis(20), false))))
        .containsExactly("engine two", "engine one");
  }

  @Test
  void onlyWhereTheSearcherIsNow() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    post(room, ada, "engine");

    assertThat(texts(find(bob, "engine", ANY))).containsExactly("engine");
    append(room, bob, new Change.Leave());
    assertThat(find(bob, "engine", ANY)).isEqualTo(new Hits(List.of(), false, null));
    assertRefused(
        () -> find(bob, "engine", new Filter(room, null, null, null, false)),
        ErrorCode.NOT_FOUND,
        "room");
  }

  @ParameterizedTest
  @CsvSource({
    "東京, 東京都に行く", "日本語, 私は日本語を話す", "서울, 나는 서울에서", "ひらがな, これはひらがなです", "京, 東京",
    "cafe, un CAFÉ noir", "AND NOT, and not", "room*, rooms", "x:y, x-y", "हिंदी, हिंदी भाषा"
  })
  void wordsAreFound(String query, String text) {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    post(room, ada, text);
    post(room, ada, "etwas anderes");

    assertThat(texts(find(ada, query, ANY))).containsExactly(text);
  }

  @Test
  void pagesGoOnOnlyWhereOneEnded() {
    UserId ada = register("ada");
    for (String after : List.of("", "!", "-1", "1e9!", "zzzzzzzzzzzzzzzzzzzz", "00")) {
      assertRefused(() -> find(ada, "engine", ANY, 3, after), ErrorCode.BAD_REQUEST, "after");
    }
  }

  @Test
  void filesAreFoundByTheirNamesAndGoWithTheirMessage() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    FileInfo plan =
        new FileInfo(FileId.random(), "Bauplan.pdf", "application/pdf", 7, null, null, null);
    store.ports().files().add(plan, ada, 1000);
    post(room, ada, "the bauplan is below");
    Change.Post withFile =
        new Change.Post("The engine", Mentions.NONE, null, null, List.of(plan.id()), null);
    long seq = appended(room, ada, withFile).seq();

    assertThat(texts(find(ada, "bauplan", ANY)))
        .containsExactly("The engine", "the bauplan is below");
    Filter withFiles = new Filter(null, null, null, null, true);
    Hits found = find(ada, "bauplan", withFiles);
    assertThat(texts(found)).containsExactly("The engine");
    assertThat(found.hits().getFirst().highlights()).isEmpty();
    assertThat(texts(find(ada, "engine", withFiles))).containsExactly("The engine");

    append(room, ada, new Change.Delete(seq));
    assertThat(find(ada, "bauplan", withFiles).hits()).isEmpty();
  }

  private Hits find(UserId searcher, String query, Filter filter) {
    return find(searcher, query, filter, 50, null);
  }

  private Hits find(
      UserId searcher, String query, Filter filter, int limit, @Nullable String after) {
    return store
        .ports()
        .search()
        .find(new Search(searcher, WantedWords.of(query), filter, limit, after));
  }

  private static List<String> texts(Hits hits) {
    return hits.hits().stream().map(hit -> hit.message().text()).toList();
  }
}
