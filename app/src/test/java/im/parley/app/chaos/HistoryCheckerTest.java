package im.parley.app.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.chaos.HistoryChecker.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The checker finds nothing in a good history, and each single fault in a bad one. */
class HistoryCheckerTest {

  private static final long SECOND = 1_000_000_000L;
  private static final String ROOM = "room";

  @Test
  void aGoodHistoryIsGood() {
    assertThat(violated(entries -> {})).isEmpty();
  }

  @Test
  void anAcknowledgedMessageThatIsGoneIsFound() {
    assertThat(violated(entries -> logs(entries, lines -> lines.removeLast())))
        .contains(Invariant.DURABILITY);
  }

  @Test
  void aMessageThatIsStoredTwiceIsFound() {
    assertThat(violated(entries -> logs(entries, lines -> lines.add(line(31, "k3")))))
        .contains(Invariant.EXACTLY_ONCE, Invariant.AGREEMENT);
  }

  @Test
  void twoAnswersToOneKeyAreFound() {
    assertThat(violated(entries -> entries.add(new History.Acked(SECOND, "k4", ROOM, 9))))
        .contains(Invariant.EXACTLY_ONCE);
  }

  @Test
  void whatIsHeardTwiceIsFound() {
    assertThat(
            violated(entries -> entries.add(new History.Heard(20 * SECOND, "c1", ROOM, 30, "k30"))))
        .containsExactly(Invariant.EXACTLY_ONCE);
  }

  @Test
  void whatIsHeardOutOfOrderIsFound() {
    assertThat(
            violated(entries -> entries.add(new History.Heard(20 * SECOND, "c1", ROOM, 29, "k29"))))
        .containsExactly(Invariant.ORDER);
  }

  @Test
  void whatIsSkippedIsFoundUnlessTheClientWasTold() {
    Predicate<History.Entry> ninth =
        entry ->
            entry instanceof History.Heard heard && heard.client().equals("c1") && heard.seq() == 9;
    assertThat(violated(entries -> entries.removeIf(ninth)))
        .contains(Invariant.NO_GAP, Invariant.DELIVERY);
    assertThat(
            violated(entries -> {
              entries.removeIf(ninth);
              entries.add(new History.Reset(901 * 1_000_000L, "c1", ROOM, 9));
            }))
        .isEmpty();
  }

  @Test
  void whatIsLostAtTheEndIsFound() {
    assertThat(
            violated(entries ->
                entries.removeIf(entry ->
                    entry instanceof History.Heard heard
                        && heard.client().equals("c1")
                        && heard.seq() == 30)))
        .containsExactly(Invariant.DELIVERY);
  }

  @Test
  void whatWasNeverSentIsFound() {
    assertThat(violated(entries -> logs(entries, lines -> lines.add(line(31, "forged")))))
        .containsExactly(Invariant.NO_CREATION);
  }

  @Test
  void whatWasRefusedAndIsThereIsFound() {
    assertThat(
            violated(entries -> {
              entries.add(new History.Sent(SECOND, "c9", ROOM, "refused", 0));
              entries.add(new History.Refused(SECOND, "refused", "forbidden"));
              logs(entries, lines -> lines.add(line(31, "refused")));
            }))
        .containsExactly(Invariant.NO_CREATION);
  }

  @Test
  void whatIsShownAndNotKeptIsFound() {
    assertThat(
            violated(entries -> {
              entries.add(new History.Sent(SECOND, "c9", ROOM, "k31", 0));
              entries.add(new History.Heard(20 * SECOND, "c1", ROOM, 31, "k31"));
            }))
        .containsExactly(Invariant.DURABILITY);
  }

  @Test
  void aPlaceWithTwoMessagesIsFound() {
    assertThat(
            violated(entries -> {
              entries.add(new History.Sent(SECOND, "c9", ROOM, "other", 0));
              entries.add(new History.Heard(20 * SECOND, "c7", ROOM, 9, "other"));
            }))
        .contains(Invariant.AGREEMENT);
  }

  @Test
  void nodesThatDisagreeAreFound() {
    assertThat(
            violated(entries ->
                entries.add(new History.FinalLog(30 * SECOND, "n2", ROOM, List.of(line(1, "k1"))))))
        .containsExactly(Invariant.AGREEMENT);
  }

  @Test
  void aClientsOwnOrderIsHeld() {
    assertThat(
            violated(entries -> {
              entries.add(new History.Sent(1, "c5", ROOM, "k11", 2));
              entries.add(new History.Sent(2, "c5", ROOM, "k12", 1));
              entries.removeIf(entry ->
                  entry instanceof History.Sent sent
                      && !sent.client().equals("c5")
                      && Set.of("k11", "k12").contains(sent.key()));
            }))
        .containsExactly(Invariant.ORDER);
  }

  @Test
  void whatIsSentAfterAnAnswerIsBehindIt() {
    assertThat(
            violated(entries -> {
              entries.removeIf(
                  entry -> entry instanceof History.Sent sent && sent.key().equals("k3"));
              entries.add(new History.Sent(SECOND * 2, "c9", ROOM, "k3", 0));
            }))
        .contains(Invariant.ORDER);
  }

  @Test
  void whoIsOutHearsNothingNew() {
    assertThat(violated(entries -> entries.add(new History.Out(SECOND, "c1", ROOM))))
        .contains(Invariant.ISOLATION);
    assertThat(violated(entries -> entries.add(new History.Revoked(SECOND, "c1"))))
        .contains(Invariant.ISOLATION);
    assertThat(
            violated(entries -> {
              entries.add(new History.Out(SECOND, "c1", ROOM));
              entries.add(new History.Back(SECOND + 1, "c1", ROOM));
            }))
        .isEmpty();
  }

  @Test
  void aMarkThatGoesBackIsFound() {
    assertThat(
            violated(entries -> {
              entries.add(new History.Marked(1, 2, "u", ROOM, 5));
              entries.add(new History.Marked(3, 4, "u", ROOM, 4));
            }))
        .containsExactly(Invariant.STATE);
    assertThat(
            violated(entries -> {
              entries.add(new History.Marked(1, 4, "u", ROOM, 5));
              entries.add(new History.Marked(3, 5, "u", ROOM, 4));
            }))
        .as("they overlap")
        .isEmpty();
  }

  @Test
  void aDeletedMessageThatComesBackIsFound() {
    assertThat(
            violated(entries -> {
              entries.add(new History.Shown(1, 2, ROOM, 5, true));
              entries.add(new History.Shown(3, 4, ROOM, 5, false));
            }))
        .containsExactly(Invariant.STATE);
  }

  private static Set<Invariant> violated(Consumer<List<History.Entry>> change) {
    List<History.Entry> entries = good();
    change.accept(entries);
    History history = new History();
    entries.forEach(history::add);
    return HistoryChecker.check(history).stream()
        .map(HistoryChecker.Violation::invariant)
        .collect(Collectors.toSet());
  }

  /** Three clients send ten messages each, a tenth of a second apart; all hear all. */
  private static List<History.Entry> good() {
    List<History.Entry> entries = new ArrayList<>();
    List<History.Line> lines = new ArrayList<>();
    for (int client = 0; client < 3; client++) {
      entries.add(new History.Online(0, "c" + client));
    }
    for (int seq = 1; seq <= 30; seq++) {
      long at = seq * SECOND / 10;
      String key = "k" + seq;
      entries.add(new History.Sent(at, "c" + seq % 3, ROOM, key, seq));
      entries.add(new History.Acked(at + 10, key, ROOM, seq));
      for (int client = 0; client < 3; client++) {
        entries.add(new History.Heard(at + 11, "c" + client, ROOM, seq, key));
      }
      lines.add(line(seq, key));
    }
    entries.add(new History.FinalLog(30 * SECOND, "n1", ROOM, lines));
    return entries;
  }

  private static History.Line line(long seq, String key) {
    return new History.Line(seq, key);
  }

  private static void logs(List<History.Entry> entries, Consumer<List<History.Line>> change) {
    entries.forEach(entry -> {
      if (entry instanceof History.FinalLog log) {
        change.accept(log.lines());
      }
    });
  }
}
