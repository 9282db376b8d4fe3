package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.log.Change;
import im.parley.core.log.Page;
import im.parley.core.report.Reports;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Report;
import im.parley.protocol.view.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Reports} promises. */
public abstract class ReportsContract extends StoreContract {

  @Test
  void aReportIsOpenUntilItIsResolved() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId room = publicRoom(ada, "Open");
    append(room, bob, new Change.Join());
    append(room, eve, new Change.Join());
    append(room, ada, new Change.Regulate(eve, Role.MODERATOR, null));
    long message = post(room, bob, "Buy!").seq();

    Reports.Open open = store.ports().reports().file(room, message, bob, "Mine");
    assertThat(open).isEqualTo(new Reports.Open(1, List.of(ada, eve)));
    passMillis(5);
    open = store.ports().reports().file(room, message, eve, "Spam");
    assertThat(open.count()).isEqualTo(2);

    Page<Report> first = store.ports().reports().open(room, 0, 1);
    assertThat(first.more()).isTrue();
    Report mine = first.items().getFirst();
    assertThat(mine).isEqualTo(new Report(mine.id(), message, bob, "Mine", START));
    Page<Report> rest = store.ports().reports().open(room, mine.id(), 1);
    assertThat(rest.more()).isFalse();
    assertThat(rest.items()).extracting(Report::reason).containsExactly("Spam");

    assertThat(store.ports().reports().resolve(room, mine.id(), ada).count()).isEqualTo(1);
    assertRefused(
        () -> store.ports().reports().resolve(room, mine.id(), ada), ErrorCode.NOT_FOUND, "report");
    assertThat(store.ports().reports().open(room, 0, 9).items()).isEqualTo(rest.items());
  }

  @Test
  void anotherReasonTakesThePlaceOfTheFirst() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    long message = post(room, ada, "Buy!").seq();
    store.ports().reports().file(room, message, ada, "Spam");

    assertThat(store.ports().reports().file(room, message, ada, "Worse").count()).isEqualTo(1);
    assertThat(store.ports().reports().open(room, 0, 9).items())
        .extracting(Report::reason)
        .containsExactly("Worse");
  }

  @Test
  void onlyAMessageOfThisRoomThatIsThereIsReported() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    long message = post(room, ada, "Buy!").seq();
    append(room, ada, new Change.Delete(message));

    for (long target : new long[] {1, message, message + 1, 999, 1L << 32}) {
      assertRefused(
          () -> store.ports().reports().file(room, target, ada, "Spam"),
          ErrorCode.NOT_FOUND,
          "target");
    }
  }

  @Test
  void membersReportAndModeratorsResolve() {
    UserId ada = register("ada");
    UserId bob = register("bob");
    UserId eve = register("eve");
    RoomId open = publicRoom(ada, "Open");
    RoomId secret = privateRoom(ada, "Secrets");
    append(open, bob, new Change.Join());
    long message = post(open, ada, "Buy!").seq();
    store.ports().reports().file(open, message, bob, "Spam");
    Report report = store.ports().reports().open(open, 0, 9).items().getFirst();

    assertRefused(
        () -> store.ports().reports().file(open, message, eve, "Spam"), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> store.ports().reports().file(secret, 1, eve, "Spam"), ErrorCode.NOT_FOUND, "room");
    assertRefused(
        () -> store.ports().reports().resolve(open, report.id(), bob), ErrorCode.FORBIDDEN);
    assertRefused(
        () -> store.ports().reports().resolve(secret, report.id(), ada),
        ErrorCode.NOT_FOUND,
        "report");
  }

  @Test
  void theOldestReportsGoForNewOnes() {
    UserId ada = register("ada");
    RoomId room = publicRoom(ada, "Open");
    long first = 0;
    for (int i = 0; i <= Reports.MAX_PER_ROOM; i++) {
      long message = post(room, ada, "Buy!").seq();
      first = first == 0 ? message : first;
      store.ports().reports().file(room, message, ada, "Spam");
    }

    List<Report> kept = store.ports().reports().open(room, 0, Reports.MAX_PER_ROOM).items();
    assertThat(kept).hasSize(Reports.MAX_PER_ROOM);
    assertThat(kept.getFirst().target()).isEqualTo(first + 1);
  }
}
