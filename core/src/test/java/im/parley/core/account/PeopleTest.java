package im.parley.core.account;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.TestChat;
import im.parley.protocol.command.GetMe;
import im.parley.protocol.command.GetUser;
import im.parley.protocol.command.SearchUsers;
import im.parley.protocol.command.UpdateMe;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.id.UserId;
import im.parley.protocol.reply.Users;
import im.parley.protocol.view.User;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PeopleTest {

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");

  @Test
  void showsOneselfAndOthersAlike() {
    Caller.SignedIn grace = chat.signUp("grace");

    User me = chat.ask(ada, new GetMe()).user();

    assertThat(me).isEqualTo(new User(ada.user(), "ada", "ada", null, null));
    assertThat(chat.ask(grace, new GetUser(ada.user())).user()).isEqualTo(me);
  }

  @Test
  void renames() {
    assertThat(chat.ask(ada, new UpdateMe(" Ada Lovelace ")).user().displayName())
        .isEqualTo("Ada Lovelace");
    assertThat(chat.ask(ada, new UpdateMe(null)).user().displayName()).isEqualTo("Ada Lovelace");
  }

  @Test
  void knowsNobodyByAWrongId() {
    Refusal refusal = chat.refusal(ada, new GetUser(new UserId("nobody")));

    assertThat(refusal.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(refusal.field()).isEqualTo("user");
    assertThat(refusal.message()).isEqualTo("There is no such user");
  }

  @Test
  void findsPeopleByTheBeginningOfTheirNames() {
    chat.signUp("adam");
    chat.signUp("grace");

    Users one = chat.ask(ada, new SearchUsers(" AD ", 1));
    Users all = chat.ask(ada, new SearchUsers("ad", null));

    assertThat(one.users()).extracting(User::username).containsExactly("ada");
    assertThat(one.more()).isTrue();
    assertThat(all.users()).extracting(User::username).containsExactly("ada", "adam");
    assertThat(all.more()).isFalse();
  }
}
