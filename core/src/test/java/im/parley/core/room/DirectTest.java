package im.parley.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.TestChat;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.GetRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.OpenDirect;
import im.parley.protocol.command.OpenSaved;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.User;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class DirectTest {

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");
  private final Caller.SignedIn mary = chat.signUp("mary");

  @Test
  void theSamePeopleShareTheSameRoom() {
    RoomSummary room = open(ada, grace.user());

    assertThat(room.kind()).isEqualTo(RoomKind.DIRECT);
    assertThat(room.name()).isEmpty();
    assertThat(room.role()).isEqualTo(Role.MEMBER);
    assertThat(room.users()).extracting(User::username).containsExactlyInAnyOrder("ada", "grace");
    assertThat(open(grace, ada.user()).id()).isEqualTo(room.id());
    assertThat(open(ada, grace.user(), grace.user()).id()).isEqualTo(room.id());
    assertThat(open(ada, grace.user(), mary.user()).id()).isNotEqualTo(room.id());
  }

  @Test
  void namingOneselfBesidesOthersChangesNothing() {
    assertThat(open(ada, ada.user(), grace.user()).id()).isEqualTo(open(ada, grace.user()).id());
  }

  @Test
  void nobodyTalksToThemselves() {
    Refusal refusal = chat.refusal(ada, new OpenDirect(List.of(ada.user())));

    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refusal.field()).isEqualTo("users");
    assertThat(refusal.message()).isEqualTo("'users' must name somebody besides yourself");
  }

  @Test
  void everyoneHasARoomOfTheirOwnToSaveIn() {
    RoomSummary saved = chat.ask(ada, new OpenSaved()).room();

    assertThat(saved.kind()).isEqualTo(RoomKind.DIRECT);
    assertThat(saved.users()).extracting(User::username).containsExactly("ada");
    assertThat(chat.ask(ada, new OpenSaved()).room().id()).isEqualTo(saved.id());
    assertThat(chat.ask(grace, new OpenSaved()).room().id()).isNotEqualTo(saved.id());
    assertThat(chat.refusal(grace, new GetRoom(saved.id())))
        .isEqualTo(RoomRules.noSuchRoom().refusal());
    assertThat(chat.refusal(ada, new LeaveRoom(saved.id())).message())
        .isEqualTo("A direct conversation keeps its people and its name");
  }

  @Test
  void nobodyTalksToSomebodyWhoIsNotThere() {
    Refusal refusal =
        chat.refusal(ada, new OpenDirect(List.of(grace.user(), new UserId("nobody"))));

    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal.field()).isEqualTo("users");
    assertThat(refusal.message()).isEqualTo("There is no such user: nobody");
  }

  @Test
  void aThirdPartyKnowsOfNothingAndNobodyLeaves() {
    RoomSummary room = open(ada, grace.user());

    assertThat(chat.refusal(mary, new GetRoom(room.id())))
        .isEqualTo(RoomRules.noSuchRoom().refusal());
    assertThat(chat.refusal(ada, new LeaveRoom(room.id())).message())
        .isEqualTo("A direct conversation keeps its people and its name");
  }

  private RoomSummary open(Caller.SignedIn caller, UserId... users) {
    return chat.ask(caller, new OpenDirect(List.of(users))).room();
  }
}
