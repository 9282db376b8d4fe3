package im.parley.store.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.hello.Arrivals.Arrival;
import im.parley.core.hello.Arrivals.Position;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.HistoryWindow;
import im.parley.core.log.MessagePage;
import im.parley.core.log.Outcome;
import im.parley.core.session.Authentication;
import im.parley.core.session.Authenticator;
import im.parley.core.session.TokenHash;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.Message;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.RoomSummary.LastMessage;
import im.parley.protocol.view.User;
import im.parley.store.StoreException;
import im.parley.store.contract.OpenStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A seeded store reads, and goes on, like any other. */
public abstract class SeedingContract {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123Z");
  private static final SeedPlan PLAN = new SeedPlan(7, 5, 4, 103);

  /** Fills a store; one and the same within a test. */
  protected abstract void fill(Seeding seeding);

  /** Opens that store as a server does. */
  protected abstract OpenStore open(InstantSource clock);

  @Test
  void logsHaveNoGapsAndBeginWithTheirMembers() {
    List<SeededUser> users = seed(PLAN);
    try (OpenStore store = open()) {
      for (int number = 0; number < PLAN.rooms(); number++) {
        RoomId room = room(store, number);
        List<DurableEvent> log = store.ports().log().events(room, 0, 1_000).items();
        int events = PLAN.perRoom() + PLAN.messagesIn(number);
        assertThat(log)
            .extracting(DurableEvent::seq)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
        assertThat(log).extracting(DurableEvent::at).isSorted();
        assertThat(log.getFirst().at()).isAfter(NOW.minus(Duration.ofDays(8)));
        assertThat(log.getLast().at()).isBefore(NOW);
        for (int nth = 0; nth < PLAN.perRoom(); nth++) {
          UserId user = users.get(PLAN.member(number, nth)).id();
          Role role = nth == 0 ? Role.OWNER : Role.MEMBER;
          assertThat(log.get(nth))
              .extracting(DurableEvent::by, DurableEvent::data)
              .containsExactly(user, new Fact.MemberJoined(user, role));
        }
        assertThat(log.stream().skip(PLAN.perRoom()).map(event -> message(event).number()))
            .containsExactlyElementsOf(
                LongStream.rangeClosed(1, PLAN.messagesIn(number)).boxed().toList());
      }
    }
  }

  @Test
  void historyComesInPages() {
    seed(PLAN);
    try (OpenStore store = open()) {
      RoomId room = room(store, 2);
      List<Message> read = new ArrayList<>();
      MessagePage page =
          store.ports().log().messages(room, UserId.random(), new HistoryWindow.Newest(), 8);
      read.addAll(page.items());
      while (page.more()) {
        HistoryWindow older = new HistoryWindow.Before(read.getFirst().seq());
        page = store.ports().log().messages(room, UserId.random(), older, 8);
        read.addAll(0, page.items());
      }
      assertThat(read)
          .isEqualTo(
              store.ports().log().events(room, PLAN.perRoom(), 1_000).items().stream()
                  .map(SeedingContract::shown)
                  .toList());
    }
  }

  @Test
  void everyoneHasReadAllOfTheirRooms() {
    List<SeededUser> users = seed(PLAN);
    try (OpenStore store = open()) {
      for (SeededUser user : users) {
        Arrival arrival =
            store.ports().arrivals().find(TokenHash.of(user.accessToken()), 100).orElseThrow();
        List<RoomSummary> rooms = arrival.newest().items();
        assertThat(rooms)
            .extracting(RoomSummary::id)
            .containsExactlyInAnyOrderElementsOf(user.rooms());
        assertThat(rooms)
            .allSatisfy(room -> {
              assertThat(room.unread()).isZero();
              assertThat(room.read()).isEqualTo(room.head());
              assertThat(room.head()).isEqualTo(room.members() + room.messages());
              assertThat(room.last()).extracting(LastMessage::seq).isEqualTo(room.head());
            });
        assertThat(arrival.positions())
            .containsExactlyInAnyOrderElementsOf(
                rooms.stream().map(room -> new Position(room.id(), room.head())).toList());
        assertThat(user.rooms())
            .allSatisfy(room ->
                assertThat(store.ports().rooms().members(room, null, 10).items())
                    .hasSize(PLAN.perRoom())
                    .extracting(Member::user)
                    .extracting(User::id)
                    .contains(user.id()));
      }
    }
  }

  @Test
  void aTokenIsGoodForADay() {
    List<SeededUser> users = seed(PLAN);
    try (OpenStore store = open()) {
      InstantSource nearly = InstantSource.fixed(NOW.plus(Duration.ofDays(1)).minusMillis(1));
      InstantSource over = InstantSource.fixed(NOW.plus(Duration.ofDays(1)));
      for (SeededUser user : users) {
        assertThat(
                new Authenticator(store.ports().sessions(), nearly)
                    .authenticate(user.accessToken()))
            .isInstanceOfSatisfying(
                Authentication.Valid.class,
                valid -> assertThat(valid.user().username()).isEqualTo(user.username()));
        assertThat(
                new Authenticator(store.ports().sessions(), over).authenticate(user.accessToken()))
            .isEqualTo(new Authentication.Expired());
      }
    }
  }

  @Test
  void whatIsSaidNextGoesOn() {
    SeededUser user = seed(PLAN).getLast();
    RoomId room = user.rooms().getLast();
    try (OpenStore store = open()) {
      RoomSummary before = store.ports().rooms().find(room, user.id()).orElseThrow();
      Draft draft = new Draft(room, user.id(), MessageKey.random(), new Change.Post("And now?"));
      DurableEvent event = ((Outcome.Appended) store.ports().log().append(draft).join()).event();

      assertThat(event.seq()).isEqualTo(before.head() + 1);
      assertThat(message(event).number()).isEqualTo(before.messages() + 1);
      assertThat(store.ports().log().append(draft).join()).isEqualTo(new Outcome.Repeated(event));
    }
  }

  @Test
  void nobodyIsInGeneralUntilTheNextOneSignsUp() {
    List<SeededUser> users = seed(PLAN);
    try (OpenStore store = open()) {
      RoomSummary general =
          store
              .ports()
              .rooms()
              .browse(users.getFirst().id(), "general", null, 1)
              .items()
              .getFirst();
      assertThat(general.members()).isZero();
      assertThat(general.head()).isZero();

      UserId newcomer = UserId.random();
      store.ports().accounts().register(new NewAccount(newcomer, "ada", "Ada", "hash"));
      assertThat(store.ports().rooms().find(general.id(), newcomer))
          .map(RoomSummary::role)
          .hasValue(Role.OWNER);
    }
  }

  @Test
  void progressIsToldUpToTheEnd() {
    Seeded seeded = new Seeded();
    fill(new Seeding(PLAN, "hash", seeded, InstantSource.fixed(NOW)));

    assertThat(seeded.written).last().isEqualTo(PLAN.events());
    assertThat(seeded.users)
        .extracting(SeededUser::username)
        .startsWith("user-00001", "user-00002")
        .hasSize(PLAN.users());
  }

  @Test
  void aStoreWithoutAccountsIsSeeded() {
    open().close();

    assertThat(seed(PLAN)).hasSize(PLAN.users());
  }

  @Test
  void aStoreWithAccountsIsLeftAlone() {
    seed(PLAN);

    assertThatThrownBy(() -> seed(PLAN))
        .isInstanceOf(StoreException.class)
        .hasMessageMatching("There are accounts in .+ already, .+");
  }

  @Test
  void aStoreInUseIsLeftAlone() {
    try (OpenStore store = open()) {
      assertThatThrownBy(() -> seed(PLAN))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("another");
      assertThat(store.ports().accounts().search("user", 1).items()).isEmpty();
    }
  }

  private List<SeededUser> seed(SeedPlan plan) {
    Seeded seeded = new Seeded();
    fill(new Seeding(plan, "hash", seeded, InstantSource.fixed(NOW)));
    return seeded.users;
  }

  private OpenStore open() {
    return open(InstantSource.fixed(NOW));
  }

  private static final class Seeded implements SeedListener {

    final List<Long> written = new ArrayList<>();
    final List<SeededUser> users = new ArrayList<>();

    @Override
    public void written(long events) {
      written.add(events);
    }

    @Override
    public void seeded(SeededUser user) {
      users.add(user);
    }
  }

  private static RoomId room(OpenStore store, int number) {
    return store
        .ports()
        .rooms()
        .browse(UserId.random(), SmallTalk.room(number), null, 1)
        .items()
        .stream()
        .map(RoomSummary::id)
        .findFirst()
        .orElseThrow();
  }

  private static Fact.MessagePosted message(DurableEvent event) {
    return (Fact.MessagePosted) event.data();
  }

  private static Message shown(DurableEvent event) {
    Fact.MessagePosted posted = message(event);
    MessageKey key = posted.key();
    return new Message(
        event.room(), event.seq(), posted.number(), event.at(), event.by(), posted.text(), key);
  }
}
