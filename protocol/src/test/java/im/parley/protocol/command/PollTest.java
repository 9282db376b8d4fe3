package im.parley.protocol.command;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.Ballot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a poll can ask, and what a vote can name. */
class PollTest {

  private static final RoomId ROOM = new RoomId("r1");
  private static final MessageKey KEY = new MessageKey("k");

  @Test
  void optionsAreShownWithoutTheSpaceAroundThem() {
    Ballot poll = ask("Where?", List.of(" Mill ", "Store"), false).poll();

    assertThat(poll).isEqualTo(new Ballot(List.of("Mill", "Store"), null));
    List<String> ten = IntStream.range(0, 10).mapToObj(i -> i + "🦜".repeat(99)).toList();
    assertThat(ask("Where?", ten, true).poll()).isEqualTo(new Ballot(ten, true));
  }

  static Stream<List<@Nullable String>> refusedOptions() {
    return Stream.of(
        List.of(),
        List.of("one"),
        new ArrayList<>(nCopies(11, "many")),
        List.of("same", "same"),
        List.of("same", " same"),
        List.of("one", ""),
        List.of("one", " "),
        List.of("one", "x".repeat(101)),
        List.of("one", "two\nlines"),
        List.of("one", "\u200b"),
        List.of("one", "\ud800"),
        Arrays.asList("one", null));
  }

  @ParameterizedTest
  @MethodSource("refusedOptions")
  void refusesOptionsThatAreNone(List<String> options) {
    assertRefused(() -> ask("Where?", options, null), "poll");
  }

  @Test
  void aPollHasAQuestion() {
    assertRefused(() -> ask("", List.of("Mill", "Store"), null), "text");
  }

  @Test
  void theSameChoiceIsTheSameVote() {
    assertThat(new VotePoll(ROOM, 7L, List.of(2, 0, 2), KEY))
        .isEqualTo(new VotePoll(ROOM, 7L, List.of(0, 2), KEY));
  }

  @Test
  void refusesVotesForWhatNoPollHas() {
    for (List<Integer> options : List.of(List.of(-1), List.of(10), nCopies(11, 0))) {
      assertRefused(() -> new VotePoll(ROOM, 7L, options, KEY), "options");
    }
    assertRefused(
        () -> new VotePoll(ROOM, 7L, Arrays.asList((@Nullable Integer) null), KEY), "options");
  }

  private static SendMessage ask(String text, List<String> options, @Nullable Boolean multiple) {
    Ballot poll = new Ballot(options, multiple);
    return new SendMessage(ROOM, KEY, text, null, null, null, null, poll);
  }

  private static void assertRefused(ThrowingCallable construction, String field) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(construction)
        .satisfies(e -> assertThat(e.refusal().field()).isEqualTo(field));
  }
}
