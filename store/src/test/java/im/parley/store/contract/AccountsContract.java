package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.account.Accounts.Credentials;
import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.log.Page;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.account.Accounts} promises. */
public abstract class AccountsContract extends StoreContract {

  @Test
  void theFirstAccountOwnsGeneralAndTheNextOnesJoinIt() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId general = general(ada);

    assertThat(facts(general))
        .containsExactly(
            new Fact.MemberJoined(ada, Role.OWNER), new Fact.MemberJoined(bob, Role.MEMBER));
    assertThat(store.announced()).isEqualTo(log(general));
    assertThat(store.ports().rooms().find(general, ada))
        .map(RoomSummary::role)
        .hasValue(Role.OWNER);
    assertThat(store.ports().rooms().find(general, bob))
        .map(RoomSummary::role)
        .hasValue(Role.MEMBER);
    post(general, bob, "hello");
  }

  @Test
  void aUsernameIsTakenOnce() {
    UserId ada = register("ada");

    assertRefused(() -> register("ada"), ErrorCode.CONFLICT, "username");
    assertThat(store.ports().accounts().search("", 10).items())
        .extracting(User::id)
        .containsExactly(ada);
    assertThat(log(general(ada))).hasSize(1);
  }

  @Test
  void credentialsAreFoundByUsername() {
    UserId ada = UserId.random();
    store.ports().accounts().register(new NewAccount(ada, "ada", "Ada Lovelace", "$argon2id$x"));
    User user = new User(ada, "ada", "Ada Lovelace", null, null);

    assertThat(store.ports().accounts().credentials("ada"))
        .contains(new Credentials(user, "$argon2id$x"));
    assertThat(store.ports().accounts().credentials("Ada")).isEmpty();
    assertThat(store.ports().accounts().credentials("bob")).isEmpty();
    assertThat(store.ports().accounts().find(ada)).contains(user);
    assertThat(store.ports().accounts().find(UserId.random())).isEmpty();
  }

  @Test
  void manyUsersAreFoundAtOnce() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    register("eve");

    assertThat(store.ports().accounts().findAll(List.of(bob, UserId.random(), ada)))
        .extracting(User::id)
        .containsExactlyInAnyOrder(ada, bob);
    assertThat(store.ports().accounts().findAll(List.of())).isEmpty();
  }

  @Test
  void aNewDisplayNameIsShownAndFound() {
    UserId ada = register("ada");

    assertThat(store.ports().accounts().rename(ada, "Countess"))
        .extracting(User::displayName)
        .isEqualTo("Countess");
    assertThat(store.ports().accounts().find(ada)).map(User::displayName).hasValue("Countess");
    assertThat(found("count")).containsExactly("ada");
    assertRefused(
        () -> store.ports().accounts().rename(UserId.random(), "Nobody"),
        ErrorCode.NOT_FOUND,
        "user");
  }

  @Test
  void usersAreFoundByTheBeginningOfEitherName() {
    account("ada", "Ada Lovelace");
    account("lovely", "Bob");
    account("charles", "ÉMILE");
    account("zoe", "漢字");

    assertThat(found("lov")).containsExactly("lovely");
    assertThat(found("ADA L")).containsExactly("ada");
    assertThat(found("b")).containsExactly("lovely");
    assertThat(found("émi")).containsExactly("charles");
    assertThat(found("漢")).containsExactly("zoe");
    assertThat(found("")).containsExactly("ada", "charles", "lovely", "zoe");
    assertThat(found("lace")).isEmpty();
  }

  @Test
  void whatIsSearchedForIsNeverAPattern() {
    account("a_b", "100% real");
    account("axb", "'quoted' \\");

    assertThat(found("a_")).containsExactly("a_b");
    assertThat(found("100%")).containsExactly("a_b");
    assertThat(found("'q")).containsExactly("axb");
    assertThat(found("%")).isEmpty();
    assertThat(found("_")).isEmpty();
    assertThat(found("a*")).isEmpty();
    assertThat(found("' OR 1=1 --")).isEmpty();
  }

  @Test
  void aSearchSaysWhetherThereIsMore() {
    for (int i = 0; i < 5; i++) {
      account("user" + i, "User " + i);
    }

    Page<User> some = store.ports().accounts().search("user", 3);
    assertThat(some.items()).extracting(User::username).containsExactly("user0", "user1", "user2");
    assertThat(some.more()).isTrue();
    assertThat(store.ports().accounts().search("user", 5).more()).isFalse();
  }

  private void account(String username, String displayName) {
    store
        .ports()
        .accounts()
        .register(new NewAccount(UserId.random(), username, displayName, "hash"));
  }

  private List<String> found(String query) {
    return store.ports().accounts().search(query, 10).items().stream().map(User::username).toList();
  }
}
