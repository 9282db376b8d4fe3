package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.Page;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Member;
import im.parley.protocol.view.NotifyLevel;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import im.parley.protocol.view.RoomSummary;
import im.parley.protocol.view.RoomSummary.LastMessage;
import im.parley.protocol.view.User;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.room.Rooms} promises. */
public abstract class RoomsContract extends StoreContract {

  @Test
  void aRoomLooksDifferentToItsMembersAndToOthers() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    append(room, ada, new Change.Describe(null, "engines", "All about them"));
    DurableEvent message = post(room, ada, "hello");

    assertThat(store.ports().rooms().find(room, ada))
        .contains(
            new RoomSummary(
                room,
                RoomKind.PUBLIC,
                "Engines",
                "engines",
                "All about them",
                Role.OWNER,
                1,
                3,
                1,
                3,
                0,
                0,
                NotifyLevel.ALL,
                null,
                null,
                null,
                null,
                null,
                new LastMessage(3, ada, "hello", message.at(), null)));
    assertThat(store.ports().rooms().find(room, bob))
        .contains(
            new RoomSummary(
                room,
                RoomKind.PUBLIC,
                "Engines",
                "engines",
                "All about them",
                null,
                1,
                3,
                1,
                0,
                0,
                0,
                NotifyLevel.ALL,
                null,
                null,
                null,
                null,
                null,
                null));
  }

  @Test
  void othersDoNotKnowOfPrivateAndDirectRooms() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId closed = privateRoom(ada, "Closed");
    RoomId direct = direct(ada, bob).room();

    assertThat(store.ports().rooms().find(closed, ada)).isPresent();
    assertThat(store.ports().rooms().find(closed, eve)).isEmpty();
    assertThat(store.ports().rooms().find(direct, bob)).isPresent();
    assertThat(store.ports().rooms().find(direct, eve)).isEmpty();
    assertThat(store.ports().rooms().find(RoomId.random(), eve)).isEmpty();
    append(closed, ada, new Change.Add(eve));
    assertThat(store.ports().rooms().find(closed, eve)).isPresent();
    append(closed, ada, new Change.Remove(eve));
    assertThat(store.ports().rooms().find(closed, eve)).isEmpty();
  }

  @Test
  void aDirectRoomMayHaveOnePerson() {
    UserId ada = register("ada");
    RoomId alone = direct(ada).room();

    assertThat(store.ports().rooms().find(alone, ada).orElseThrow().users())
        .extracting(User::id)
        .containsExactly(ada);
    assertThat(direct(ada).room()).isEqualTo(alone);
    assertThat(direct(ada, register("bob")).room()).isNotEqualTo(alone);
  }

  @Test
  void aDirectRoomShowsItsPeople() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId pair = direct(ada, bob).room();
    RoomId three = direct(ada, bob, eve).room();

    assertThat(store.ports().rooms().find(pair, bob).orElseThrow().users())
        .extracting(User::username)
        .containsExactlyInAnyOrder("ada", "bob");
    assertThat(store.ports().rooms().mine(ada, null, 10).items())
        .filteredOn(room -> room.id().equals(three))
        .flatExtracting(RoomSummary::users)
        .extracting(User::username)
        .containsExactlyInAnyOrder("ada", "bob", "eve");
    assertThat(store.ports().rooms().find(general(ada), ada).orElseThrow().users()).isNull();
  }

  @Test
  void aSummaryShowsTheFirst200CharactersOfTheNewestMessage() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    RoomId room = publicRoom(ada, "Engines");
    post(room, ada, "👩".repeat(300));
    append(room, bob, new Change.Join());

    assertThat(store.ports().rooms().find(room, ada).orElseThrow().last())
        .isNotNull()
        .extracting(LastMessage::text)
        .isEqualTo("👩".repeat(200));
  }

  @Test
  void myRoomsComeInPagesById() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    for (int i = 0; i < 7; i++) {
      privateRoom(i % 2 == 0 ? ada : bob, "Room " + i);
    }

    List<RoomId> found = new ArrayList<>();
    RoomId after = null;
    boolean more = true;
    while (more) {
      Page<RoomSummary> page = store.ports().rooms().mine(ada, after, 2);
      page.items().forEach(room -> found.add(room.id()));
      more = page.more();
      after = found.getLast();
    }
    assertThat(found).hasSize(5).isSortedAccordingTo(Comparator.comparing(RoomId::value));
    assertThat(found).doesNotHaveDuplicates();
  }

  @Test
  void publicRoomsAreBrowsedByName() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    publicRoom(ada, "zebra crossing");
    publicRoom(ada, "Zebra");
    publicRoom(ada, "Äpfel");
    publicRoom(ada, "ZEBRA");
    privateRoom(ada, "Zebra, secretly");

    assertThat(browse(bob, "zebra", 1))
        .hasSize(3)
        .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
    assertThat(browse(bob, "ZeBrA", 2)).hasSize(3);
    assertThat(browse(bob, "crossing", 10)).containsExactly("zebra crossing");
    assertThat(browse(bob, "äPF", 10)).containsExactly("Äpfel");
    assertThat(browse(bob, "", 2)).hasSize(5).startsWith("general").endsWith("Äpfel");
    assertThat(browse(bob, "nothing", 2)).isEmpty();
  }

  @Test
  void whatIsBrowsedForIsNeverAPattern() {
    UserId ada = register("ada");
    publicRoom(ada, "100% _real_ * \"quoted\" 'it'");
    publicRoom(ada, "Another");

    for (String exact : List.of("100%", "% _", "_real_", "*", "\"quoted\"", "'it'")) {
      assertThat(browse(ada, exact, 10)).as(exact).hasSize(1);
    }
    for (String pattern : List.of("100%real", "A%", "_nother", "?", "' OR '1'='1", "\\")) {
      assertThat(browse(ada, pattern, 10)).as(pattern).isEmpty();
    }
  }

  @Test
  void browsingGoesOnOnlyAfterAPublicRoom() {
    UserId ada = register("ada");
    RoomId closed = privateRoom(ada, "Closed");

    assertRefused(
        () -> store.ports().rooms().browse(ada, "", RoomId.random(), 10),
        ErrorCode.NOT_FOUND,
        "after");
    assertRefused(
        () -> store.ports().rooms().browse(ada, "", closed, 10), ErrorCode.NOT_FOUND, "after");
  }

  @Test
  void membersComeInPagesByUser() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Engines");
    for (int i = 0; i < 4; i++) {
      append(room, register("user" + i), new Change.Join());
    }

    List<Member> found = new ArrayList<>();
    UserId after = null;
    boolean more = true;
    while (more) {
      Page<Member> page = store.ports().rooms().members(room, after, 2);
      found.addAll(page.items());
      more = page.more();
      after = found.getLast().user().id();
    }
    assertThat(found)
        .extracting(member -> member.user().username())
        .containsExactlyInAnyOrder("ada", "user0", "user1", "user2", "user3");
    assertThat(found)
        .isSortedAccordingTo(Comparator.comparing(member -> member.user().id().value()));
    assertThat(found).filteredOn(member -> member.role() == Role.OWNER).hasSize(1);
    assertThat(found).allMatch(member -> member.joinedAt().equals(START));
    assertThat(store.ports().rooms().members(RoomId.random(), null, 2).items()).isEmpty();
  }

  @Test
  void aStoreBeginsWithAnEmptyGeneral() {
    Page<RoomSummary> rooms = store.ports().rooms().browse(UserId.random(), "", null, 10);

    assertThat(rooms.items()).hasSize(1);
    assertThat(rooms.items().getFirst())
        .matches(room -> room.name().equals("general"))
        .matches(room -> room.kind() == RoomKind.PUBLIC)
        .matches(room -> room.head() == 0 && room.members() == 0);
  }

  /** The names of all rooms found, page by page. */
  private List<String> browse(UserId viewer, String query, int limit) {
    List<String> names = new ArrayList<>();
    @Nullable RoomId after = null;
    boolean more = true;
    while (more) {
      Page<RoomSummary> page = store.ports().rooms().browse(viewer, query, after, limit);
      page.items().forEach(room -> names.add(room.name()));
      more = page.more();
      after = page.items().isEmpty() ? null : page.items().getLast().id();
    }
    return names;
  }
}
