package im.parley.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.InMemoryAccounts;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.core.log.RoomRules;
import im.parley.protocol.command.BrowseRooms;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.GetRoom;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.LeaveRoom;
import im.parley.protocol.command.ListMembers;
import im.parley.protocol.command.ListRooms;
import im.parley.protocol.command.UpdateRoom;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RoomsTest {

  private static final Refusal NO_SUCH_ROOM = RoomRules.noSuchRoom().refusal();
  private static final Refusal JOIN_FIRST = RoomRules.joinFirst().refusal();

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");

  @Test
  void whoMakesARoomOwnsIt() {
    RoomReply made =
        chat.ask(ada, new CreateRoom(RoomKind.PRIVATE, "Engines", "engines", "Steam", null));

    assertThat(made.duplicate()).isNull();
    assertThat(made.room().name()).isEqualTo("Engines");
    assertThat(made.room().alias()).isEqualTo("engines");
    assertThat(made.room().topic()).isEqualTo("Steam");
    assertThat(made.room().role()).isEqualTo(Role.OWNER);
    assertThat(made.room().members()).isEqualTo(1);
    assertThat(chat.bus().notices())
        .contains(new RecordingBus.Told(ada.user(), new Notice.Joined(made.room().id())));
  }

  @Test
  void aKeyMakesOneRoom() {
    CreateRoom command =
        new CreateRoom(RoomKind.PUBLIC, "Engines", null, null, new MessageKey("k1"));

    RoomReply first = chat.ask(ada, command);
    RoomReply second = chat.ask(ada, command);

    assertThat(second.room().id()).isEqualTo(first.room().id());
    assertThat(second.duplicate()).isTrue();
    assertThat(chat.ask(grace, command).room().id()).isNotEqualTo(first.room().id());
  }

  @Test
  void anAliasIsTakenOnce() {
    room(RoomKind.PUBLIC, "Engines", "engines");

    Refusal refusal =
        chat.refusal(grace, new CreateRoom(RoomKind.PUBLIC, "Others", "engines", null, null));

    assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(refusal.field()).isEqualTo("alias");
  }

  @Test
  void listsOnesOwnRoomsPageByPage() {
    room(RoomKind.PRIVATE, "Engines", null);
    room(RoomKind.PUBLIC, "Looms", null);

    var first = chat.ask(ada, new ListRooms(null, 2));
    var second = chat.ask(ada, new ListRooms(first.rooms().getLast().id(), 2));

    assertThat(first.more()).isTrue();
    assertThat(second.more()).isFalse();
    assertThat(first.rooms()).hasSize(2).doesNotContainAnyElementsOf(second.rooms());
    assertThat(second.rooms()).hasSize(1);
    assertThat(chat.ask(grace, new ListRooms(null, null)).rooms())
        .extracting(RoomSummary::id)
        .containsExactly(InMemoryAccounts.GENERAL);
  }

  @Test
  void browsesPublicRoomsByName() {
    room(RoomKind.PRIVATE, "Engines in private", null);
    RoomId engines = room(RoomKind.PUBLIC, "Engines", null);
    room(RoomKind.PUBLIC, "Looms", null);

    var found = chat.ask(grace, new BrowseRooms(" ENGINE ", null, null));
    var rest = chat.ask(grace, new BrowseRooms(null, engines, 1));

    assertThat(found.rooms()).extracting(RoomSummary::id).containsExactly(engines);
    assertThat(found.rooms().getFirst().role()).isNull();
    assertThat(rest.rooms()).extracting(RoomSummary::name).containsExactly("Looms");
    assertThat(rest.more()).isTrue();
  }

  @Test
  void anyoneSeesAPublicRoomFromOutsideOnly() {
    RoomId engines = room(RoomKind.PUBLIC, "Engines", null);

    assertThat(chat.ask(grace, new GetRoom(engines)).room().role()).isNull();
    assertThat(chat.refusal(grace, new ListMembers(engines, null, null))).isEqualTo(JOIN_FIRST);
  }

  @Test
  void nobodyKnowsOfAPrivateRoomButItsMembers() {
    RoomId engines = room(RoomKind.PRIVATE, "Engines", null);

    assertThat(chat.refusal(grace, new GetRoom(engines))).isEqualTo(NO_SUCH_ROOM);
    assertThat(chat.refusal(grace, new JoinRoom(engines))).isEqualTo(NO_SUCH_ROOM);
    assertThat(chat.refusal(grace, new LeaveRoom(engines))).isEqualTo(NO_SUCH_ROOM);
    assertThat(chat.refusal(grace, new ListMembers(engines, null, null))).isEqualTo(NO_SUCH_ROOM);
    assertThat(chat.refusal(grace, new GetRoom(new RoomId("missing")))).isEqualTo(NO_SUCH_ROOM);
  }

  @Test
  void changesWhatARoomIsCalledOnceAKey() {
    RoomId engines = room(RoomKind.PUBLIC, "Engines", "engines");
    UpdateRoom command =
        new UpdateRoom(engines, "Looms", "", "Weaving", null, null, new MessageKey("k1"));

    RoomReply first = chat.ask(ada, command);
    RoomReply second = chat.ask(ada, command);

    assertThat(first.duplicate()).isNull();
    assertThat(first.room().name()).isEqualTo("Looms");
    assertThat(first.room().alias()).isNull();
    assertThat(first.room().topic()).isEqualTo("Weaving");
    assertThat(second.duplicate()).isTrue();
    assertThat(second.room()).isEqualTo(first.room());
  }

  @Test
  void aChangeSaysWhatChanges() {
    RoomId engines = room(RoomKind.PUBLIC, "Engines", null);

    Refusal nothing =
        chat.refusal(ada, new UpdateRoom(engines, null, null, null, null, null, null));
    Refusal notAda =
        chat.refusal(grace, new UpdateRoom(engines, "Mine", null, null, null, null, null));

    assertThat(nothing.code()).isEqualTo(ErrorCode.BAD_REQUEST);
    assertThat(nothing.message())
        .isEqualTo(
            "'name' or 'alias', 'topic', 'slowModeSeconds' or 'expireSeconds' must say what"
                + " changes");
    assertThat(notAda).isEqualTo(JOIN_FIRST);
  }

  private RoomId room(RoomKind kind, String name, @Nullable String alias) {
    return chat.ask(ada, new CreateRoom(kind, name, alias, null, null)).room().id();
  }
}
