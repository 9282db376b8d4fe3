package im.parley.core.room;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.TestChat;
import im.parley.protocol.command.AcceptInvite;
import im.parley.protocol.command.AddMember;
import im.parley.protocol.command.ArchiveRoom;
import im.parley.protocol.command.BrowseRooms;
import im.parley.protocol.command.ChangeMember;
import im.parley.protocol.command.CreateInvite;
import im.parley.protocol.command.CreateRoom;
import im.parley.protocol.command.JoinRoom;
import im.parley.protocol.command.ListBans;
import im.parley.protocol.command.ListInvites;
import im.parley.protocol.command.RemoveMember;
import im.parley.protocol.command.RevokeInvite;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.command.UpdateRoom;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.RoomReply;
import im.parley.protocol.view.Invite;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModerationTest {

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");
  private final Caller.SignedIn eve = chat.signUp("eve");
  private final RoomId engines = room(RoomKind.PUBLIC);
  private final RoomId secret = room(RoomKind.PRIVATE);

  @BeforeEach
  void graceIsThere() {
    chat.ask(grace, new JoinRoom(engines));
    chat.bus().forget();
  }

  @Test
  void aRoleIsAnnounced() {
    chat.ask(ada, new ChangeMember(engines, grace.user(), Role.MODERATOR, null, null));
    chat.ask(ada, new ChangeMember(engines, grace.user(), Role.MODERATOR, null, null));

    assertThat(chat.bus().published())
        .extracting(DurableEvent::data)
        .containsExactly(new Fact.MemberChanged(grace.user(), Role.MODERATOR, null));
  }

  @Test
  void whoIsMutedWritesAgainWhenTheirTimeIsOver() {
    Instant until = chat.clock().instant().plusSeconds(60);
    chat.ask(ada, new ChangeMember(engines, grace.user(), null, until, null));

    assertThat(say(grace).message()).contains("muted in this room until");
    chat.clock().advance(Duration.ofSeconds(60));
    chat.ask(grace, new SendMessage(engines, MessageKey.random(), "hi"));
  }

  @Test
  void nobodyIsMutedForAges() {
    Instant until = chat.clock().instant().plus(Duration.ofDays(4_000));
    Refusal refusal = chat.refusal(ada, new ChangeMember(engines, grace.user(), null, until, null));

    assertThat(refusal.field()).isEqualTo("mutedUntil");
  }

  @Test
  void whoIsBannedStaysOutUntilTheBanIsLifted() {
    chat.ask(ada, new RemoveMember(engines, grace.user(), true));

    assertThat(chat.bus().published())
        .extracting(DurableEvent::data)
        .containsExactly(new Fact.MemberLeft(grace.user(), LeaveReason.BANNED));
    assertThat(chat.refusal(grace, new JoinRoom(engines)).code()).isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.refusal(ada, new AddMember(engines, grace.user())).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
    assertThat(chat.ask(ada, new ListBans(engines, null, null)).bans())
        .singleElement()
        .satisfies(ban -> assertThat(ban.user().id()).isEqualTo(grace.user()))
        .satisfies(ban -> assertThat(ban.by()).isEqualTo(ada.user()));
    assertThat(chat.refusal(eve, new ListBans(engines, null, null)).code())
        .isEqualTo(ErrorCode.FORBIDDEN);

    chat.ask(ada, new ChangeMember(engines, grace.user(), null, null, false));
    chat.ask(grace, new JoinRoom(engines));
    assertThat(chat.ask(ada, new ListBans(engines, null, null)).bans()).isEmpty();
  }

  @Test
  void whoLeftBeforehandIsBannedAsWell() {
    chat.ask(ada, new ChangeMember(engines, eve.user(), null, null, true));

    assertThat(chat.bus().published()).isEmpty();
    assertThat(chat.refusal(eve, new JoinRoom(engines)).code()).isEqualTo(ErrorCode.FORBIDDEN);
  }

  @Test
  void slowModeIsShownAndKept() {
    UpdateRoom slow = new UpdateRoom(engines, null, null, null, 10, null, null);
    assertThat(chat.ask(ada, slow).room().slowModeSeconds()).isEqualTo(10);
    chat.ask(grace, new SendMessage(engines, MessageKey.random(), "hi"));
    chat.clock().advance(Duration.ofSeconds(4));

    Refusal refusal = say(grace);
    assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
    assertThat(refusal.retryAfterMs()).isEqualTo(6_000);
  }

  @Test
  void anArchivedRoomIsQuiet() {
    MessageKey key = MessageKey.random();
    RoomReply archived = chat.ask(ada, new ArchiveRoom(engines, key));
    RoomReply again = chat.ask(ada, new ArchiveRoom(engines, key));

    assertThat(archived.room().archived()).isTrue();
    assertThat(again.duplicate()).isTrue();
    assertThat(say(ada).message()).startsWith("This room is archived");
    assertThat(chat.ask(eve, new BrowseRooms("engines", null, null)).rooms()).isEmpty();
  }

  @Test
  void anInviteLetsInAsManyAsItSays() {
    Invite invite = chat.ask(ada, new CreateInvite(secret, 1, null)).invite();
    assertThat(invite.code()).matches("[A-Za-z0-9_-]{16}");
    assertThat(invite.expiresAt()).isEqualTo(chat.clock().instant().plus(Duration.ofDays(7)));

    RoomReply entered = chat.ask(grace, new AcceptInvite(invite.code()));
    assertThat(entered.room().role()).isEqualTo(Role.MEMBER);
    chat.ask(grace, new AcceptInvite(invite.code()));
    Refusal late = chat.refusal(eve, new AcceptInvite(invite.code()));
    assertThat(late.code()).isEqualTo(ErrorCode.GONE);
    assertThat(late.field()).isEqualTo("code");
    assertThat(chat.ask(ada, new ListInvites(secret)).invites()).isEmpty();
  }

  @Test
  void aCodeThatWasTakenBackOrNeverMadeLetsNobodyIn() {
    Invite invite = chat.ask(ada, new CreateInvite(secret, null, null)).invite();
    chat.ask(ada, new RevokeInvite(secret, invite.code()));

    assertThat(chat.refusal(eve, new AcceptInvite(invite.code())).code()).isEqualTo(ErrorCode.GONE);
    Refusal unknown = chat.refusal(eve, new AcceptInvite("never-made"));
    assertThat(unknown.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(unknown.field()).isEqualTo("code");
  }

  @Test
  void anInviteExpiresWithinAYear() {
    Instant now = chat.clock().instant();
    for (Instant wrong : new Instant[] {now, now.plus(Duration.ofDays(367))}) {
      assertThat(chat.refusal(ada, new CreateInvite(secret, null, wrong)).field())
          .isEqualTo("expiresAt");
    }
  }

  private Refusal say(Caller.SignedIn caller) {
    return chat.refusal(caller, new SendMessage(engines, MessageKey.random(), "hi"));
  }

  private RoomId room(RoomKind kind) {
    return chat.ask(ada, new CreateRoom(kind, "Engines", null, null, null)).room().id();
  }
}
