package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.Mentions;
import im.parley.core.presence.Chosen;
import im.parley.core.push.Occasion;
import im.parley.core.push.PushSubscriptions;
import im.parley.core.push.PushTarget;
import im.parley.core.push.Recipient;
import im.parley.core.push.VapidKeys;
import im.parley.core.session.Sessions.NewSession;
import im.parley.core.session.Sessions.Tokens;
import im.parley.core.session.TokenHash;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.PresenceState;
import im.parley.protocol.view.QuietHours;
import im.parley.protocol.view.RoomKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the ports of {@link im.parley.core.push} promise. */
public abstract class PushContract extends StoreContract {

  private static final Duration LIFE = Duration.ofDays(30);

  @Test
  void aBrowserIsKeptOnceAndUntilItIsRemoved() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    SessionId session = begin(ada);
    assertThat(store.ports().pushSubscriptions().any()).isFalse();

    assertThat(store.ports().pushSubscriptions().keep(ada, session, browser("one")))
        .isEqualTo("id-one");
    PushTarget again = new PushTarget("other", browser("one").endpoint(), "new key", "new secret");
    assertThat(store.ports().pushSubscriptions().keep(ada, session, again)).isEqualTo("id-one");

    assertThat(store.ports().pushSubscriptions().any()).isTrue();
    assertThat(store.ports().pushSubscriptions().find("id-one"))
        .contains(new PushTarget("id-one", again.endpoint(), "new key", "new secret"));
    assertThat(store.ports().pushSubscriptions().remove(bob, "id-one")).isFalse();
    assertThat(store.ports().pushSubscriptions().remove(ada, "id-one")).isTrue();
    assertThat(store.ports().pushSubscriptions().find("id-one")).isEmpty();
  }

  @Test
  void aBrowserThatHasGoneIsForgottenUnlessItIsBack() {
    UserId ada = register("ada");
    SessionId session = begin(ada);
    PushTarget old = browser("one");
    store.ports().pushSubscriptions().keep(ada, session, old);
    PushTarget back = new PushTarget("id-one", old.endpoint(), "new key", "new secret");
    store.ports().pushSubscriptions().keep(ada, session, back);

    store.ports().pushSubscriptions().forget(old);
    assertThat(store.ports().pushSubscriptions().find("id-one")).contains(back);
    store.ports().pushSubscriptions().forget(back);
    assertThat(store.ports().pushSubscriptions().find("id-one")).isEmpty();
  }

  @Test
  void aBrowserEndsWithItsSession() {
    UserId ada = register("ada");
    SessionId first = begin(ada);
    SessionId second = begin(ada);
    store.ports().pushSubscriptions().keep(ada, first, browser("one"));
    store.ports().pushSubscriptions().keep(ada, second, browser("two"));

    store.ports().sessions().end(ada, first);
    assertThat(store.ports().pushSubscriptions().find("id-one")).isEmpty();
    assertThat(store.ports().pushSubscriptions().find("id-two")).isPresent();
    passMillis(LIFE.toMillis());
    assertThat(store.ports().pushSubscriptions().find("id-two")).isEmpty();
  }

  @Test
  void ofTooManyTheOldestGoes() {
    UserId ada = register("ada");
    SessionId session = begin(ada);
    IntStream.rangeClosed(0, PushSubscriptions.MAX_PER_USER)
        .forEach(i -> {
          passMillis(1);
          store.ports().pushSubscriptions().keep(ada, session, browser("b" + i));
        });

    assertThat(store.ports().pushSubscriptions().find("id-b0")).isEmpty();
    assertThat(store.ports().pushSubscriptions().find("id-b1")).isPresent();
  }

  @Test
  void theFirstKeysStay() {
    VapidKeys first = new VapidKeys("public", "private");
    assertThat(store.ports().vapidKeys().find()).isEmpty();

    assertThat(store.ports().vapidKeys().keepFirst(first)).isEqualTo(first);
    assertThat(store.ports().vapidKeys().keepFirst(new VapidKeys("other", "other")))
        .isEqualTo(first);
    assertThat(store.ports().vapidKeys().find()).contains(first);
  }

  @Test
  void anOccasionHasAllThatIsAskedOfThoseWhoHaveABrowser() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    append(room, eve, new Change.Join());
    store.ports().pushSubscriptions().keep(ada, begin(ada), browser("ada"));
    SessionId session = begin(bob);
    store.ports().pushSubscriptions().keep(bob, session, browser("bob"));
    store.ports().pushSubscriptions().keep(bob, session, browser("bob-phone"));
    Chosen busy = new Chosen(PresenceState.DND, "In the mill", null, START.plusSeconds(60));
    store.ports().presence().choose(bob, busy);
    Preferences preferences =
        new Preferences(List.of("loom"), new QuietHours("22:00", "07:00", "UTC", null));
    store.ports().preferences().keep(bob, preferences);
    store.ports().notifyLevels().set(room, bob, NotifyLevel.MENTIONS);
    DurableEvent first = post(room, ada, "One");
    store.ports().readMarks().mark(room, bob, first.seq());

    DurableEvent second = post(room, ada, "Two");

    Occasion occasion = store.ports().pushAudience().of(room, second.seq()).orElseThrow();
    assertThat(occasion.place())
        .isEqualTo(new Occasion.Place(room, second.seq(), RoomKind.PUBLIC, "Engines"));
    assertThat(occasion.author()).isEqualTo(new Occasion.Author(ada, "ada"));
    assertThat(occasion.message()).isEqualTo(second.data());
    assertThat(occasion.followers()).isEmpty();
    Recipient recipient = occasion.recipients().getFirst();
    assertThat(occasion.recipients()).hasSize(1);
    assertThat(recipient.targets()).containsExactlyInAnyOrder(browser("bob"), browser("bob-phone"));
    assertThat(recipient)
        .isEqualTo(
            new Recipient(
                bob,
                NotifyLevel.MENTIONS,
                new Recipient.Reading(first.seq(), 1),
                busy,
                preferences,
                recipient.targets()));
  }

  @Test
  void thoseWhoBeganAThreadOrWroteInItFollowIt() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Engines");
    List.of(bob, eve).forEach(user -> append(room, user, new Change.Join()));
    store.ports().pushSubscriptions().keep(eve, begin(eve), browser("eve"));
    long root = post(room, ada, "Root").seq();
    Change reply = new Change.Post("Reply", Mentions.NONE, null, new Change.InThread(root, false));
    appended(room, bob, reply);

    long newest = appended(room, ada, reply).seq();

    assertThat(store.ports().pushAudience().of(room, newest))
        .map(Occasion::followers)
        .hasValueSatisfying(users -> assertThat(users).containsExactlyInAnyOrder(ada, bob));
  }

  @Test
  void whoHasNoBrowserIsNoOccasionAndWhatWasTakenBackIsNone() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, bob, new Change.Join());
    long seq = post(room, ada, "One").seq();
    assertThat(store.ports().pushAudience().of(room, seq)).isEmpty();

    SessionId session = begin(bob);
    store.ports().pushSubscriptions().keep(bob, session, browser("bob"));
    assertThat(store.ports().pushAudience().of(room, seq)).isPresent();
    assertThat(store.ports().pushAudience().of(room, seq + 1)).isEmpty();
    append(room, ada, new Change.Delete(seq));
    assertThat(store.ports().pushAudience().of(room, seq)).isEmpty();

    long next = post(room, ada, "Two").seq();
    store.ports().sessions().end(bob, session);
    assertThat(store.ports().pushAudience().of(room, next)).isEmpty();
  }

  @Test
  void aRoomOfManyIsLookedThroughFromItsBrowsers() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = general(ada);
    store.ports().pushSubscriptions().keep(bob, begin(bob), browser("bob"));
    store.ports().pushSubscriptions().keep(eve, begin(eve), browser("eve"));
    append(room, eve, new Change.Leave());

    Occasion occasion =
        store.ports().pushAudience().of(room, post(room, ada, "To many").seq()).orElseThrow();

    assertThat(occasion.recipients()).extracting(Recipient::user).containsExactly(bob);
  }

  private static PushTarget browser(String name) {
    return new PushTarget("id-" + name, "https://push.example/" + name, "key", "secret");
  }

  private SessionId begin(UserId user) {
    SessionId id = SessionId.random();
    Tokens tokens =
        new Tokens(
            TokenHash.of("access " + id),
            START.plusSeconds(900),
            TokenHash.of("refresh " + id),
            START.plus(LIFE));
    store.ports().sessions().begin(new NewSession(id, user, "test", "192.0.2.1", tokens, START));
    return id;
  }
}
