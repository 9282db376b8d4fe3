package im.parley.store.postgres;

import im.parley.core.search.MessageSearch.Filter;
import im.parley.core.search.WantedWords;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.SearchTokens;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What is searched, in the language of PostgreSQL's text search. Room, writer and files are words
 * as well, with a sign before them that no word has.
 */
final class SearchExpression {

  private static final String SIGN = "#";

  /** Rooms are named up to so many; else hits are looked at. */
  private static final int MAX_ROOMS = 64;

  private SearchExpression() {}

  /**
   * The expression that every match fulfils. Nothing of the query's own syntax is in it: a token is
   * letters and digits in quotes.
   */
  static String of(WantedWords words, Collection<Long> rooms, Filter filter) {
    String expression =
        SearchTokens.terms(words).stream()
            .map(SearchExpression::term)
            .collect(Collectors.joining(" & "));
    if (rooms.size() <= MAX_ROOMS) {
      expression +=
          rooms.stream()
              .map(room -> quoted(SIGN + SearchTokens.room(room)))
              .collect(Collectors.joining(" | ", " & (", ")"));
    }
    UserId by = filter.by();
    if (by != null) {
      expression += " & " + quoted(SIGN + SearchTokens.writer(by));
    }
    return filter.hasFile() ? expression + " & " + quoted(SIGN + SearchTokens.FILE) : expression;
  }

  private static String term(SearchTokens.Term term) {
    return term.isBeginning() ? quoted(term.token()) + ":*" : quoted(term.token());
  }

  private static String quoted(String token) {
    return "'" + token + "'";
  }

  /** The words of a message as one line, a space between, those of its scope with their sign. */
  static String line(String words, String scope) {
    return words + " " + SIGN + scope.replace(" ", " " + SIGN);
  }
}
