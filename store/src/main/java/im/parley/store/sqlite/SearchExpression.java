package im.parley.store.sqlite;

import im.parley.core.search.WantedWords;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.SearchTokens;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is searched, in the language of SQLite's full-text index. */
final class SearchExpression {

  private SearchExpression() {}

  /**
   * The expression that every match of the words fulfils. Nothing of the query's own syntax is in
   * it: a token is letters and digits in quotes.
   *
   * @param rooms only these, or null for any
   */
  static String of(
      WantedWords words, @Nullable List<Long> rooms, @Nullable UserId by, boolean hasFile) {
    String terms =
        SearchTokens.terms(words).stream()
            .map(SearchExpression::term)
            .collect(Collectors.joining(" AND "));
    String expression = "words : (" + terms + ")";
    if (rooms != null) {
      String any =
          rooms.stream()
              .map(room -> quoted(SearchTokens.room(room)))
              .collect(Collectors.joining(" OR "));
      expression += " AND scope : (" + any + ")";
    }
    if (by != null) {
      expression += " AND scope : (" + quoted(SearchTokens.writer(by)) + ")";
    }
    return hasFile ? expression + " AND scope : (" + quoted(SearchTokens.FILE) + ")" : expression;
  }

  private static String term(SearchTokens.Term term) {
    return term.isBeginning() ? quoted(term.token()) + "*" : quoted(term.token());
  }

  private static String quoted(String token) {
    return '"' + token + '"';
  }
}
