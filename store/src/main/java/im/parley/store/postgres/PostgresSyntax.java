package im.parley.store.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL's driver wants it: parameters are counted by their places, and {@code
 * user}, which is a word of the language, is quoted.
 *
 * @param sql the text
 * @param places where each parameter stands: those of the first one, then of the second
 */
record PostgresSyntax(String sql, List<List<Integer>> places) {

  /** A parameter with or without its number, or the name of a column. */
  private static final Pattern WORD = Pattern.compile("\\?(?<number>\\d*)|\\b(?<user>user)\\b");

  static PostgresSyntax of(String sql) {
    List<List<Integer>> places = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int count = 0;
    Matcher word = WORD.matcher(sql);
    while (word.find()) {
      if (word.group("user") != null) {
        word.appendReplacement(text, "\"user\"");
        continue;
      }
      String number = word.group("number");
      int parameter = number.isEmpty() ? places.size() : Integer.parseInt(number) - 1;
      while (places.size() <= parameter) {
        places.add(new ArrayList<>());
      }
      places.get(parameter).add(++count);
      word.appendReplacement(text, "?");
    }
    word.appendTail(text);
    return new PostgresSyntax(text.toString(), places);
  }
}
