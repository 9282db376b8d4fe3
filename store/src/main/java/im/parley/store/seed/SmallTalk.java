package im.parley.store.seed;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What people and rooms are called, and what people say, when nobody minds what. */
final class SmallTalk {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final List<String> GIVEN_NAMES =
      words(
          """
          Ada Alan Amina Barbara Bao Chidi Clara Dennis Edith Emre Fatima Felix Grace Hana
          Hugo Ines Ivan Jun Karin Leyla Linus Mei Nadia Omar Paula Radia Rosa Sanjay
          Tariq Yuki
          """);

  private static final List<String> FAMILY_NAMES =
      words(
          """
          Abebe Berg Costa Dubois Eriksen Farouk García Haddad Ito Jansen Kaya Lindqvist
          Moreau Novak Okafor Petrov Quist Rossi Silva Tanaka Ueda Varga Weber Yilmaz
          Zhang
          """);

  private static final List<String> KINDS =
      words(
          """
          Amber Brave Calm Distant Early Friendly Golden Hidden Idle Jolly Keen Loud Misty
          Northern Open Patient Quiet Rapid Silver Tidy Upper Velvet Warm Young
          """);

  private static final List<String> PLACES =
      words(
          """
          Attic Bakery Bridge Canteen Cellar Courtyard Garden Harbour Island Kitchen
          Laboratory Library Lighthouse Market Meadow Observatory Orchard Parlour Quarry
          River Station Studio Terrace Tower Workshop
          """);

  private static final List<String> OPENINGS =
      List.of(
          "",
          "",
          "",
          "",
          "I think ",
          "It seems that ",
          "As of today, ",
          "By the way, ",
          "Good news: ",
          "For the record, ",
          "I hear that ",
          "Sorry, but ");

  private static final List<String> SUBJECTS =
      """
      the build
      the new parser
      the release
      the test of the reconnect
      the dashboard
      the second draft
      the migration
      the page about rooms
      the index
      my train
      the coffee machine
      the meeting on Thursday
      the list of open questions
      the bug with the umlauts
      the budget
      the demo
      the printer on the third floor
      the photo from the summer party
      the invitation
      the contract
      `message.send`
      `./parley test`
      the **release plan**
      the [schedule](https://example.org/schedule)
      """
          .lines()
          .toList();

  private static final List<String> STATES =
      """
      is ready for review
      is green again
      needs another day
      is late
      has to wait until Monday
      looks much better now
      is broken again
      is on my list
      works on my machine
      will be there at noon
      is worth a look
      has moved
      is nobody's fault
      takes longer than it should
      is gone
      makes me happy
      is *really* fast now
      is **done**
      could be shorter
      is what we agreed on
      """
          .lines()
          .toList();

  private static final List<String> MARKS = List.of(".", ".", ".", ".", ".", "!", "?", " …");

  private static final List<String> GAPS = List.of(" ", " ", " ", " ", " ", "\n", "\n\n");

  /** The shortest message, in characters. */
  private static final int SHORTEST = 20;

  /** The longest message, in characters. */
  private static final int LONGEST = 400;

  /** No sentence is longer. */
  private static final int LONGEST_SENTENCE = 100;

  private final RandomGenerator random;

  SmallTalk(RandomGenerator random) {
    this.random = random;
  }

  private static List<String> words(String text) {
    return SPACE.splitAsStream(text).toList();
  }

  /** What a person is called, counted from 0. Some have a namesake. */
  static String person(int number) {
    String family = FAMILY_NAMES.get(number / GIVEN_NAMES.size() % FAMILY_NAMES.size());
    return GIVEN_NAMES.get(number % GIVEN_NAMES.size()) + " " + family;
  }

  /** What a room is called, counted from 0. Each has a name of its own. */
  static String room(int number) {
    String kind = KINDS.get(number % KINDS.size());
    String place = PLACES.get(number / KINDS.size() % PLACES.size());
    int round = number / (KINDS.size() * PLACES.size());
    return kind + " " + place + (round == 0 ? "" : " " + (round + 1));
  }

  /** What somebody says: a few sentences of markdown, more often short than long. */
  String message() {
    double length = random.nextDouble();
    int enough = SHORTEST + (int) ((LONGEST - LONGEST_SENTENCE - SHORTEST) * length * length);
    StringBuilder text = new StringBuilder(enough + LONGEST_SENTENCE);
    while (text.length() < enough) {
      text.append(text.isEmpty() ? "" : any(GAPS));
      sentence(text);
    }
    return text.toString();
  }

  private void sentence(StringBuilder text) {
    int begin = text.length();
    text.append(any(OPENINGS)).append(any(SUBJECTS)).append(' ').append(any(STATES));
    text.setCharAt(begin, Character.toUpperCase(text.charAt(begin)));
    text.append(any(MARKS));
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
