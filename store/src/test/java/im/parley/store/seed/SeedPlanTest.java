package im.parley.store.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a plan spreads people and messages over rooms, and which plans cannot be. */
class SeedPlanTest {

  @Test
  void membersAreTakenInTurn() {
    SeedPlan plan = new SeedPlan(5, 4, 3, 10);

    assertThat(members(plan, 0)).containsExactly(0, 1, 2);
    assertThat(members(plan, 1)).containsExactly(3, 4, 0);
    assertThat(members(plan, 2)).containsExactly(1, 2, 3);
    assertThat(members(plan, 3)).containsExactly(4, 0, 1);
    assertThat(IntStream.range(0, 4).map(plan::messagesIn)).containsExactly(3, 3, 2, 2);
    assertThat(plan.events()).isEqualTo(4 * 3 + 10);
  }

  @Property(tries = 200)
  void everyoneIsInTheRoomsThatHaveThem(
      @ForAll @IntRange(min = 1, max = 30) int users,
      @ForAll @IntRange(min = 1, max = 30) int rooms,
      @ForAll @IntRange(min = 1, max = 30) int perRoom) {
    SeedPlan plan = new SeedPlan(users, rooms, Math.min(users, perRoom), 0);
    int fewest = rooms * plan.perRoom() / users;

    for (int user = 0; user < users; user++) {
      int someone = user;
      int[] having =
          IntStream.range(0, rooms).filter(room -> members(plan, room).contains(someone)).toArray();
      assertThat(plan.roomsOf(user).toArray()).containsExactly(having);
      assertThat(having.length).isBetween(fewest, fewest + 1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "0, 1, 1, 1, 'users' must be a number from 1 to 100000",
        "100001, 1, 1, 1, 'users' must be a number from 1 to 100000",
        "1, 0, 1, 1, 'rooms' must be a number from 1 to 100000",
        "1, 100001, 1, 1, 'rooms' must be a number from 1 to 100000",
        "10, 1, 0, 1, 'per-room' must be a number from 1 to 10",
        "10, 1, 11, 1, 'per-room' must be a number from 1 to 10",
        "1, 1, 1, -1, 'messages' must be a number from 0 to 100000000",
        "1, 1, 1, 100000001, 'messages' must be a number from 0 to 100000000",
        "100, 2001, 50, 0, would be 1001: ask for more 'users' or fewer 'rooms'",
      })
  void aPlanThatCannotBeSaysWhatToDo(
      int users, int rooms, int perRoom, int messages, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SeedPlan(users, rooms, perRoom, messages))
        .withMessageContaining(message);
  }

  @Test
  void theLargestPlansCanBe() {
    assertThat(new SeedPlan(100_000, 100_000, 1_000, 100_000_000).roomsOf(99_999)).hasSize(1_000);
    assertThat(new SeedPlan(100, 1_000, 100, 0).roomsOf(99)).hasSize(1_000);
  }

  private static List<Integer> members(SeedPlan plan, int room) {
    return IntStream.range(0, plan.perRoom()).mapToObj(nth -> plan.member(room, nth)).toList();
  }
}
