package im.parley.store.seed;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.RegisterAccount;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.view.RoomKind;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and texts are such as commands may have. */
class SmallTalkTest {

  @Test
  void messagesAreShortAndLongAndSomeHaveMarkdown() {
    List<String> messages = messages();
    IntSummaryStatistics lengths = messages.stream().mapToInt(String::length).summaryStatistics();

    assertThat(messages)
        .allSatisfy(text -> new SendMessage(RoomId.random(), MessageKey.random(), text));
    assertThat(lengths.getMin()).isBetween(20, 25);
    assertThat(lengths.getMax()).isBetween(300, 400);
    assertThat(messages).filteredOn(text -> text.contains("**")).hasSizeBetween(500, 5_000);
    assertThat(Set.copyOf(messages)).hasSizeGreaterThan(messages.size() * 9 / 10);
  }

  @Test
  void theSameIsSaidEachTime() {
    assertThat(messages()).isEqualTo(messages());
  }

  @Test
  void everyRoomHasANameOfItsOwn() {
    List<String> names = IntStream.range(0, 100_000).mapToObj(SmallTalk::room).toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names)
        .allSatisfy(name ->
            assertThat(new CreateRoom(RoomKind.PUBLIC, name, null, null, null).name())
                .isEqualTo(name));
  }

  @Test
  void peopleAreCalledSomething() {
    assertThat(IntStream.range(0, 1_000).mapToObj(SmallTalk::person))
        .allSatisfy(name ->
            assertThat(new RegisterAccount("user", "correct horse", name, null).displayName())
                .isEqualTo(name));
  }

  private static List<String> messages() {
    SmallTalk talk = new SmallTalk(new SplittableRandom(1));
    return Stream.generate(talk::message).limit(10_000).toList();
  }
}
