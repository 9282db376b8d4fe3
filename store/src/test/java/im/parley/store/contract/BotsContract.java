package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.bot.Bots;
import im.parley.core.log.Change;
import im.parley.core.session.Sessions.NewSession;
import im.parley.core.session.Sessions.Tokens;
import im.parley.core.session.TokenHash;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.User;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@link Bots} promises. */
public abstract class BotsContract extends StoreContract {

  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  @Test
  void aBotIsAUserWhoseKeyIsASession() {
    UserId ada = register("ada");
    User bot = bot("loom");
    NewSession key = key(bot.id(), "first");
    store.ports().bots().create(ada, bot, key);

    assertThat(store.ports().accounts().find(bot.id())).contains(bot);
    assertThat(store.ports().accounts().credentials("loom")).isEmpty();
    assertThat(store.ports().bots().of(ada)).containsExactly(bot);
    assertThat(store.ports().sessions().byAccessToken(TokenHash.of("first")))
        .hasValueSatisfying(session -> {
          assertThat(session.user()).isEqualTo(bot);
          assertThat(session.accessExpiresAt()).isEqualTo(NEVER);
        });
    assertThat(store.ports().arrivals().find(TokenHash.of("first"), 9))
        .hasValueSatisfying(arrival -> assertThat(arrival.newest().items()).isEmpty());
  }

  @Test
  void aBotIsBroughtIntoRoomsAndShownAsOne() {
    UserId ada = register("ada");
    User bot = bot("loom");
    store.ports().bots().create(ada, bot, key(bot.id(), "first"));
    RoomId room = privateRoom(ada, "Secrets");
    append(room, ada, new Change.Add(bot.id()));

    assertThat(store.ports().rooms().members(room, null, 9).items())
        .extracting(member -> member.user().bot())
        .containsExactlyInAnyOrder(null, true);
  }

  @Test
  void anotherKeyTakesThePlaceOfTheFirst() {
    UserId ada = register("ada");
    User bot = bot("loom");
    NewSession first = key(bot.id(), "first");
    store.ports().bots().create(ada, bot, first);

    assertThat(store.ports().bots().rekey(ada, key(bot.id(), "second")))
        .containsExactly(first.id());
    assertThat(store.ports().sessions().byAccessToken(TokenHash.of("first"))).isEmpty();
    assertThat(store.ports().sessions().byAccessToken(TokenHash.of("second"))).isPresent();
  }

  @Test
  void aDeletedBotHasNoKeyAndStaysAUser() {
    UserId ada = register("ada");
    User bot = bot("loom");
    NewSession key = key(bot.id(), "first");
    store.ports().bots().create(ada, bot, key);

    assertThat(store.ports().bots().delete(ada, bot.id())).containsExactly(key.id());
    assertThat(store.ports().sessions().byAccessToken(TokenHash.of("first"))).isEmpty();
    assertThat(store.ports().bots().of(ada)).isEmpty();
    assertThat(store.ports().accounts().find(bot.id())).contains(bot);
    assertRefused(() -> store.ports().bots().delete(ada, bot.id()), ErrorCode.NOT_FOUND, "bot");
    assertRefused(
        () -> store.ports().bots().rekey(ada, key(bot.id(), "second")), ErrorCode.NOT_FOUND, "bot");
  }

  @Test
  void aBotIsItsOwnersOnly() {
    UserId ada = register("ada");
    UserId eve = register("eve");
    User bot = bot("loom");
    store.ports().bots().create(ada, bot, key(bot.id(), "first"));

    assertRefused(() -> store.ports().bots().delete(eve, bot.id()), ErrorCode.NOT_FOUND, "bot");
    assertRefused(
        () -> store.ports().bots().rekey(eve, key(bot.id(), "second")), ErrorCode.NOT_FOUND, "bot");
    assertThat(store.ports().sessions().byAccessToken(TokenHash.of("first"))).isPresent();
  }

  @Test
  void namesAreUniqueBotsAreNotTooManyAndHaveNone() {
    UserId ada = register("ada");
    for (int i = 0; i < Bots.MAX_PER_USER; i++) {
      User bot = bot("loom" + i);
      store.ports().bots().create(ada, bot, key(bot.id(), "key" + i));
    }
    UserId loom = store.ports().bots().of(ada).getFirst().id();
    UserId eve = register("eve");
    User more = bot("more");
    User taken = bot("ada");

    assertRefused(
        () -> store.ports().bots().create(ada, more, key(more.id(), "k")),
        ErrorCode.CONFLICT,
        "username");
    assertRefused(
        () -> store.ports().bots().create(eve, taken, key(taken.id(), "k")),
        ErrorCode.CONFLICT,
        "username");
    assertRefused(
        () -> store.ports().bots().create(loom, more, key(more.id(), "k")), ErrorCode.FORBIDDEN);
  }

  private static User bot(String username) {
    return new User(UserId.random(), username, "The " + username, null, true);
  }

  private static NewSession key(UserId bot, String key) {
    Tokens tokens =
        new Tokens(TokenHash.of(key), NEVER, TokenHash.of("no refresh of " + key), NEVER);
    return new NewSession(SessionId.random(), bot, "API key", "192.0.2.1", tokens, START);
  }
}
