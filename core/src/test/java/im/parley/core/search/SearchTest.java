package im.parley.core.search;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.TestChat;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.SearchMessages;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Hits;
import im.parley.protocol.view.Hit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {

  private static final RoomId GENERAL = InMemoryAccounts.GENERAL;

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");

  @Test
  void whatWasFoundIsShown() {
    say("The engine weaves");
    say("Nothing here");
    say("Two engines, one Engine");

    Hits hits = chat.ask(ada, search("engine", null));

    assertThat(hits.hits())
        .extracting(hit -> hit.message().text())
        .containsExactly("Two engines, one Engine", "The engine weaves");
    assertThat(hits.hits().getFirst().highlights())
        .containsExactly(new Hit.Highlight(4, 11), new Hit.Highlight(17, 23));
    assertThat(hits.more()).isFalse();
    assertThat(hits.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"*\"", "()", "-", "* : ^", "…"})
  void aQueryHasAWord(String query) {
    assertThat(chat.refusal(ada, search(query, null)))
        .satisfies(refusal -> {
          assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
          assertThat(refusal.field()).isEqualTo("query");
        });
  }

  @Test
  void onlyMembersSearchInARoom() {
    say("engine");
    chat.ask(ada, new LeaveRoom(GENERAL));

    assertThat(chat.ask(ada, search("engine", null)).hits()).isEmpty();
    assertThat(chat.refusal(ada, search("engine", GENERAL)))
        .isEqualTo(RoomRules.noSuchRoom().refusal());
  }

  @Test
  void accentsAndCaseDoNotMatter() {
    assertThat(WantedWords.of("CAFÉ").in("un cafe\u0301 noir"))
        .containsExactly(new Hit.Highlight(3, 8));
    assertThat(WantedWords.of("strasse").in("STRASSE")).hasSize(1);
    assertThat(WantedWords.of("zoe noir").in("Zoë")).isEmpty();
  }

  @Test
  void whereNoSpacesAreWrittenAWordIsFoundAnywhere() {
    assertThat(WantedWords.of("東京").in("私は東京都に")).containsExactly(new Hit.Highlight(2, 4));
    assertThat(WantedWords.of("서울").in("나는 서울에서")).containsExactly(new Hit.Highlight(3, 5));
    assertThat(WantedWords.of("京東").in("東京")).isEmpty();
  }

  private void say(String text) {
    chat.ask(ada, new SendMessage(GENERAL, MessageKey.random(), text));
  }

  private static SearchMessages search(String query, @Nullable RoomId room) {
    return new SearchMessages(query, room, null, null, null, null, null, null);
  }
}
