package im.parley.bench.scenario;

import im.parley.bench.contender.ProcessFigures;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Latencies;
import im.parley.bench.load.Member;
import im.parley.bench.load.MessagePoster;
import im.parley.bench.load.PageReader;
import im.parley.bench.report.Figure;
import im.parley.bench.report.Row;
import im.parley.bench.report.Table;
import im.parley.bench.scenario.Conditions.Arena;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** How long a search takes, for words that few messages have and for words that many have. */
public final class SearchScenario implements Scenario {

  private static final int MESSAGES = 1_000_000;

  /** Everyone is in all rooms: in few, or in many. */
  private static final List<Town> TOWNS =
      List.of(new Town(100, 10, 100, MESSAGES), new Town(100, 400, 100, MESSAGES));

  private static final int SEARCHES = 500;
  private static final int RARE_WORDS = 100;

  @Override
  public List<Table> measure(Conditions conditions) {
    List<Row> rows = new ArrayList<>();
    for (Town town : TOWNS) {
      for (Arena arena : conditions.oneByOne(conditions.parleys(), town)) {
        try (arena) {
          rows.addAll(measure(conditions, arena));
        }
      }
    }
    return List.of(
        new Table(
            "Search: pages of 20 of what is found among 1,000,000 messages",
            List.of("One search after the other on one connection; the index is complete."),
            rows));
  }

  private static List<Row> measure(Conditions conditions, Arena arena) {
    Member member = arena.people().getFirst();
    sayRareWords(arena, member);
    List<Row> rows = new ArrayList<>();
    kinds(member).forEach((kind, queries) -> rows.add(measure(conditions, arena, kind, queries)));
    return rows;
  }

  private static Row measure(
      Conditions conditions, Arena arena, String kind, List<String> queries) {
    search(arena, queries);
    List<Map<Figure, Double>> runs = new ArrayList<>();
    for (int run = 0; run < conditions.runs(); run++) {
      runs.add(search(arena, queries));
    }
    String rooms = Integer.toString(arena.people().getFirst().rooms().size());
    return Row.of(Row.median(runs), "rooms", rooms, "server", arena.title(), "looked for", kind);
  }

  /** Each of these words stands in one message; when the last is found, the index has them all. */
  private static void sayRareWords(Arena arena, Member member) {
    try (MessagePoster poster = new MessagePoster(arena.server().port(), member.token());
        PageReader pages = new PageReader(arena.server().port(), member.token())) {
      for (int word = 0; word < RARE_WORDS; word++) {
        poster.post(room(member, word), "The word is " + rareWord(word) + ", 会議室 for some");
      }
      for (int word = 0; word < RARE_WORDS; word++) {
        String query = path("query=" + rareWord(word));
        while (new String(pages.read(query), StandardCharsets.UTF_8).contains("\"hits\":[]")) {
          Thread.onSpinWait();
        }
      }
    }
  }

  private static SequencedMap<String, List<String>> kinds(Member member) {
    List<String> rare = new ArrayList<>();
    List<String> rareInRoom = new ArrayList<>();
    for (int word = 0; word < RARE_WORDS; word++) {
      rare.add("query=" + rareWord(word));
      rareInRoom.add("query=" + rareWord(word) + "&room=" + room(member, word));
    }
    List<String> commonInRoom =
        member.rooms().stream().map(room -> "query=the&room=" + room).toList();
    SequencedMap<String, List<String>> kinds = new LinkedHashMap<>();
    kinds.put("a word of one message", rare);
    kinds.put("the same, in one room", rareInRoom);
    kinds.put("a word of no message", List.of("query=zzyzx"));
    kinds.put("a word of many messages", List.of("query=the", "query=is", "query=for"));
    kinds.put("two words of many messages", List.of("query=the%20is", "query=for%20the"));
    kinds.put("such a word, in one room", commonInRoom);
    kinds.put("two Han characters", List.of("query=" + encoded("会議")));
    return kinds;
  }

  private static String room(Member member, int word) {
    return member.rooms().get(word % member.rooms().size());
  }

  /** Letters only, so that it is one word; none begins with another. */
  private static String rareWord(int number) {
    return "qx" + (char) ('a' + number / 26) + (char) ('a' + number % 26) + "wv";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String path(String query) {
    return "/v1/search?limit=20&" + query;
  }

  private static Map<Figure, Double> search(Arena arena, List<String> queries) {
    Latencies latencies = new Latencies();
    ProcessFigures server = arena.server().figures();
    long cpu = server.cpuNanos();
    try (PageReader pages =
        new PageReader(arena.server().port(), arena.people().getFirst().token())) {
      for (int search = 0; search < SEARCHES; search++) {
        long start = System.nanoTime();
        pages.read(path(queries.get(search % queries.size())));
        latencies.add(System.nanoTime() - start);
      }
    }
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    figures.put(Figure.P50, latencies.millis(0.5));
    figures.put(Figure.P99, latencies.millis(0.99));
    figures.put(Figure.CPU_PER_PAGE, (server.cpuNanos() - cpu) / 1e3 / SEARCHES);
    return figures;
  }
}
