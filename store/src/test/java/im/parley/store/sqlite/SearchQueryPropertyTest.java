package im.parley.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.search.TextRun;
import im.parley.core.search.WantedWords;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.SearchTokens;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No text is syntax, and every text is found by its own words. */
class SearchQueryPropertyTest {

  private static final UserId ADA = new UserId("ada");

  @Property(tries = 300)
  void aTextIsFoundByItself(@ForAll("texts") String text) throws SQLException {
    if (TextRun.of(text).isEmpty()) {
      return;
    }
    WantedWords words = WantedWords.of(text);
    assertThat(words.in(text)).isNotEmpty();
    assertThat(finds(SearchExpression.of(words, List.of(7L, 8L), ADA, false), text)).isTrue();
    assertThat(finds(SearchExpression.of(words, List.of(6L), null, false), text)).isFalse();
  }

  @Provide
  static Arbitrary<String> texts() {
    Arbitrary<String> syntax =
        Arbitraries.of(
            "\"",
            "'",
            "*",
            "(",
            ")",
            "NEAR(",
            " AND ",
            " OR ",
            " NOT ",
            "words:",
            "^",
            "{",
            "+",
            "-",
            ";--",
            "a",
            "ab ",
            "東京",
            "서울",
            "é",
            "İ",
            "ß",
            "\u0301",
            "हिंदी",
            "\ud83d\ude00");
    return Arbitraries.oneOf(
        Arbitraries.strings().all().excludeChars('\0').ofMaxLength(200),
        syntax.list().ofMaxSize(60).map(parts -> String.join("", parts)));
  }

  private static boolean finds(String expression, String text) throws SQLException {
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      memory
          .createStatement()
          .execute(
              "CREATE VIRTUAL TABLE search USING fts5(words, scope, content='',"
                  + " contentless_delete=1, detail=column, prefix='1 2 3 4', tokenize='ascii')");
      try (PreparedStatement add =
              memory.prepareStatement("INSERT INTO search (rowid, words, scope) VALUES (1, ?, ?)");
          PreparedStatement find =
              memory.prepareStatement("SELECT rowid FROM search WHERE search MATCH ?")) {
        add.setString(1, SearchTokens.ofText(text));
        add.setString(2, SearchTokens.scope(7, ADA, false));
        add.executeUpdate();
        find.setString(1, expression);
        try (ResultSet rows = find.executeQuery()) {
          return rows.next();
        }
      }
    }
  }
}
