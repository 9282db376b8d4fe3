package im.parley.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.protocol.command.AddMember;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.ListMembers;
import im.parley.protocol.command.RemoveMember;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Members;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipTest {

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");
  private final RoomId engines = room(RoomKind.PUBLIC);

  @BeforeEach
  void forgetThePast() {
    chat.bus().forget();
  }

  @Test
  void joiningIsAnnouncedOnce() {
    assertThat(chat.ask(grace, new JoinRoom(engines)).room().role()).isEqualTo(Role.MEMBER);
    assertThat(chat.ask(grace, new JoinRoom(engines)).room().role()).isEqualTo(Role.MEMBER);

    assertThat(facts()).containsExactly(new Fact.MemberJoined(grace.user(), Role.MEMBER));
    assertThat(chat.bus().notices())
        .containsExactly(new RecordingBus.Told(grace.user(), new Notice.Joined(engines)));
  }

  @Test
  void leavingIsAnnouncedOnce() {
    chat.ask(grace, new JoinRoom(engines));
    chat.bus().forget();

    chat.ask(grace, new LeaveRoom(engines));
    chat.ask(grace, new LeaveRoom(engines));

    assertThat(facts()).containsExactly(new Fact.MemberLeft(grace.user(), LeaveReason.LEFT));
  }

  @Test
  void theLastOwnerHandsTheRoomOn() {
    chat.ask(grace, new JoinRoom(engines));
    chat.bus().forget();

    chat.ask(ada, new LeaveRoom(engines));

    assertThat(facts())
        .containsExactly(
            new Fact.MemberLeft(ada.user(), LeaveReason.LEFT),
            new Fact.MemberChanged(grace.user(), Role.OWNER, null));
  }

  @Test
  void whoEntersAnEmptyRoomOwnsIt() {
    chat.ask(ada, new LeaveRoom(engines));

    assertThat(chat.ask(grace, new JoinRoom(engines)).room().role()).isEqualTo(Role.OWNER);
  }

  @Test
  void bringsPeopleIn() {
    RoomId secret = room(RoomKind.PRIVATE);
    chat.bus().forget();

    chat.ask(ada, new AddMember(secret, grace.user()));
    chat.ask(ada, new AddMember(secret, grace.user()));

    assertThat(facts()).containsExactly(new Fact.MemberJoined(grace.user(), Role.MEMBER));
    assertThat(chat.bus().published()).extracting(DurableEvent::by).containsExactly(ada.user());
    assertThat(chat.bus().notices())
        .containsExactly(new RecordingBus.Told(grace.user(), new Notice.Joined(secret)));
    assertThat(chat.refusal(grace, new AddMember(secret, new UserId("u9"))).message())
        .isEqualTo("Only owners and moderators bring people into this room");
  }

  @Test
  void nobodyIsBroughtInWhoIsNotThere() {
    Refusal refusal = chat.refusal(ada, new AddMember(engines, new UserId("nobody")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal.field()).isEqualTo("user");
  }

  @Test
  void takesPeopleOut() {
    chat.ask(grace, new JoinRoom(engines));
    chat.bus().forget();

    assertThat(chat.refusal(grace, new RemoveMember(engines, ada.user(), null)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    chat.ask(ada, new RemoveMember(engines, grace.user(), null));

    assertThat(facts()).containsExactly(new Fact.MemberLeft(grace.user(), LeaveReason.REMOVED));
    assertThat(chat.ports().rooms().isMember(engines, grace.user())).isFalse();
    assertThat(chat.refusal(ada, new RemoveMember(engines, grace.user(), null)).message())
        .isEqualTo("There is no such member in this room");
  }

  @Test
  void oneLeavesOneselfAndIsNotTakenOut() {
    Refusal refusal = chat.refusal(ada, new RemoveMember(engines, ada.user(), null));

    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(refusal.message()).isEqualTo("'user' is yourself: leave the room instead");
  }

  @Test
  void listsMembersPageByPage() {
    chat.ask(grace, new JoinRoom(engines));

    Members first = chat.ask(grace, new ListMembers(engines, null, 1));
    UserId last = first.members().getFirst().user().id();
    Members second = chat.ask(grace, new ListMembers(engines, last, 1));

    assertThat(first.more()).isTrue();
    assertThat(second.more()).isFalse();
    assertThat(List.of(first.members().getFirst(), second.members().getFirst()))
        .extracting(Member::role)
        .containsExactlyInAnyOrder(Role.OWNER, Role.MEMBER);
  }

  private List<Fact> facts() {
    return chat.bus().published().stream().map(DurableEvent::data).toList();
  }

  private RoomId room(RoomKind kind) {
    return chat.ask(ada, new CreateRoom(kind, "Engines", null, null, null)).room().id();
  }
}
