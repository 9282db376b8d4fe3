package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.hello.Arrivals.Arrival;
import im.parley.core.hello.Arrivals.Position;
import im.parley.core.session.Sessions.ActiveSession;
import im.parley.core.session.Sessions.NewSession;
import im.parley.core.session.Sessions.Tokens;
import im.parley.core.session.TokenHash;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.hello.Arrivals} promises. */
public abstract class ArrivalsContract extends StoreContract {

  private static final Instant LATER = START.plusSeconds(900);

  @Test
  void theTokenSaysWhoItIs() {
    UserId ada = register("ada");
    SessionId session = begin(ada);

    assertThat(store.ports().arrivals().find(access(ada), 10))
        .map(Arrival::session)
        .contains(
            new ActiveSession(session, store.ports().accounts().find(ada).orElseThrow(), LATER));
  }

  @Test
  void withoutALiveSessionThereIsNobody() {
    UserId ada = register("ada");
    SessionId session = begin(ada);
    store.ports().sessions().end(ada, session);

    assertThat(store.ports().arrivals().find(access(ada), 10)).isEmpty();
  }

  @Test
  void theNewestRoomsAreShownFirst() {
    UserId ada = register("ada");
    begin(ada);
    List<RoomId> rooms = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      passMillis(10);
      rooms.add(publicRoom(ada, "Room " + i));
    }
    passMillis(10);
    post(rooms.get(1), ada, "hello");
    passMillis(10);
    post(rooms.get(0), ada, "hello");

    assertThat(arrive(ada, 3).newest().items())
        .extracting(RoomSummary::id)
        .containsExactly(rooms.get(0), rooms.get(1), rooms.get(4));
    assertThat(arrive(ada, 3).newest().more()).isTrue();
    assertThat(arrive(ada, 5).newest().more()).isTrue();
    assertThat(arrive(ada, 6).newest().more()).isFalse();
    assertThat(arrive(ada, 6).newest().items())
        .last()
        .extracting(RoomSummary::id)
        .isEqualTo(general(ada));
  }

  @Test
  void positionsSayOfEveryRoomHowFarItHasCome() {
    UserId ada = register("ada");
    begin(ada);
    RoomId room = publicRoom(ada, "Engines");
    post(room, ada, "hello");
    publicRoom(register("bob"), "Not hers");

    for (int shown : new int[] {1, 2, 10}) {
      assertThat(arrive(ada, shown).positions())
          .containsExactlyInAnyOrder(new Position(room, 2), new Position(general(ada), 2));
    }
  }

  private Arrival arrive(UserId user, int limit) {
    return store.ports().arrivals().find(access(user), limit).orElseThrow();
  }

  private SessionId begin(UserId user) {
    SessionId id = SessionId.random();
    Tokens tokens =
        new Tokens(access(user), LATER, TokenHash.of("refresh of " + user), LATER.plusSeconds(1));
    store.ports().sessions().begin(new NewSession(id, user, "test", "192.0.2.1", tokens, START));
    return id;
  }

  private static TokenHash access(UserId user) {
    return TokenHash.of("access of " + user);
  }
}
