package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.file.FileRecords;
import im.parley.core.log.Change;
import im.parley.core.schedule.Schedule;
import im.parley.core.schedule.Schedule.Settlement;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Schedule} promises. */
public abstract class ScheduleContract extends StoreContract {

  private static final Instant LATER = START.plus(Duration.ofDays(3));

  private UserId ada;
  private RoomId room;

  @BeforeEach
  void meet() {
    ada = register("ada");
    room = privateRoom(ada, "Engines");
  }

  private Schedule schedule() {
    return store.ports().schedule();
  }

  @Test
  void aMessageIsKeptWithEverythingInIt() {
    long seq = post(room, ada, "root").seq();
    FileInfo file = file();
    SendMessage message =
        new SendMessage(
            room, new MessageKey("k1"), "later", seq, seq, true, List.of(file.id()), null);
    Schedule.Kept kept = schedule().keep(ada, message, LATER);

    assertThat(kept.repeated()).isFalse();
    assertThat(kept.scheduled())
        .isEqualTo(
            new Scheduled(
                kept.scheduled().id(),
                room,
                message.key(),
                "later",
                seq,
                seq,
                true,
                List.of(file.id()),
                LATER,
                null));
    assertThat(schedule().of(ada)).containsExactly(kept.scheduled());
    assertThat(schedule().of(register("bob"))).isEmpty();
    assertThat(schedule().keep(ada, message, LATER.plusMillis(1)))
        .isEqualTo(new Schedule.Kept(kept.scheduled(), true));
    assertThat(schedule().next()).contains(LATER);
    assertThat(schedule().take(LATER, 10))
        .containsExactly(new Schedule.Due(kept.scheduled(), ada, 0))
        .first()
        .extracting(Schedule.Due::command)
        .isEqualTo(message);
  }

  @Test
  void whatIsDueIsTakenInOrderAndStaysUntilItIsSettled() {
    Scheduled third = keep("k3", LATER.plusMillis(2));
    Scheduled first = keep("k1", LATER);
    Scheduled second = keep("k2", LATER);
    assertThat(schedule().take(LATER.minusMillis(1), 10)).isEmpty();
    assertThat(schedule().take(LATER.plusMillis(2), 2))
        .extracting(Schedule.Due::scheduled)
        .containsExactly(first, second);
    assertThat(schedule().take(LATER.plusMillis(2), 10)).hasSize(3);

    schedule().settle(List.of(new Settlement.Sent(first.id()), new Settlement.Sent(third.id())));
    assertThat(schedule().of(ada)).containsExactly(second);
    assertThat(schedule().next()).contains(LATER);
  }

  @Test
  void whatIsPostponedWaitsAndWhatFailedSaysWhy() {
    Scheduled first = keep("k1", LATER);
    Scheduled second = keep("k2", LATER);
    schedule().take(LATER, 10);
    Scheduled.Failure muted = new Scheduled.Failure(ErrorCode.FORBIDDEN, "You are muted");
    schedule()
        .settle(
            List.of(
                new Settlement.Postponed(first.id(), LATER.plusSeconds(1)),
                new Settlement.Failed(second.id(), muted),
                new Settlement.Sent(999)));

    assertThat(schedule().of(ada)).containsExactly(first, second.failed(muted));
    assertThat(schedule().next()).contains(LATER.plusSeconds(1));
    assertThat(schedule().take(LATER, 10)).isEmpty();
    assertThat(schedule().take(LATER.plusSeconds(1), 10))
        .containsExactly(new Schedule.Due(first, ada, 1));
    schedule().cancel(ada, second.id());
    assertThat(schedule().of(ada)).containsExactly(first);
  }

  @Test
  void onlyItsWriterCancelsItAndNotWhileItIsBeingSent() {
    UserId bob = register("bob");
    Scheduled scheduled = keep("k1", LATER);
    assertRefused(() -> schedule().cancel(bob, scheduled.id()), ErrorCode.NOT_FOUND, "scheduled");
    schedule().take(LATER, 10);
    assertRefused(() -> schedule().cancel(ada, scheduled.id()), ErrorCode.NOT_FOUND, "scheduled");

    schedule().settle(List.of(new Settlement.Postponed(scheduled.id(), LATER.plusSeconds(1))));
    schedule().cancel(ada, scheduled.id());
    assertThat(schedule().next()).isEmpty();
    Scheduled another = keep("k2", LATER);
    assertThat(another.id()).isGreaterThan(scheduled.id());
  }

  /** The server ended, or the answer was lost, after the message was said. */
  @Test
  void whatWasSaidCannotBeCancelled() {
    Scheduled scheduled = keep("k1", LATER);
    append(room, ada, "k1", new Change.Post("later"));
    assertRefused(() -> schedule().cancel(ada, scheduled.id()), ErrorCode.NOT_FOUND, "scheduled");
    assertThat(schedule().of(ada)).isEmpty();
    assertRefused(() -> keep("k1", LATER), ErrorCode.CONFLICT, "key");
  }

  @Test
  void onlyWhatCouldBeSaidIsKept() {
    UserId bob = register("bob");
    SendMessage message = new SendMessage(room, new MessageKey("k1"), "later");
    assertRefused(() -> schedule().keep(bob, message, LATER), ErrorCode.NOT_FOUND, "room");
    assertRefused(() -> keep("k1", START), ErrorCode.BAD_REQUEST, "sendAt");
    assertRefused(
        () -> keep("k1", START.plus(Schedule.FARTHEST).plusMillis(1)),
        ErrorCode.BAD_REQUEST,
        "sendAt");
    SendMessage file =
        new SendMessage(
            room, new MessageKey("k1"), "", null, null, null, List.of(FileId.random()), null);
    assertRefused(() -> schedule().keep(ada, file, LATER), ErrorCode.NOT_FOUND, "attachments");
    SendMessage thread =
        new SendMessage(room, new MessageKey("k1"), "later", null, 999L, null, null, null);
    assertRefused(() -> schedule().keep(ada, thread, LATER), ErrorCode.NOT_FOUND, "thread");
    append(room, ada, new Change.Archive());
    assertRefused(() -> keep("k1", LATER), ErrorCode.FORBIDDEN);
    assertThat(schedule().of(ada)).isEmpty();
  }

  @Test
  void theFilesLiveUntilItIsSentAndOneThatIsCancelledLetsThemGo() {
    FileInfo file = file();
    Scheduled first = keepWith("k1", file);
    Scheduled second = keepWith("k2", file);
    passMillis(FileRecords.UNUSED.toMillis());
    assertThat(store.ports().files().expired(10)).isEmpty();
    schedule().cancel(ada, first.id());
    passMillis(FileRecords.UNUSED.toMillis());
    assertThat(store.ports().files().find(file.id(), ada)).contains(file);

    schedule().cancel(ada, second.id());
    assertThat(store.ports().files().expired(10)).isEmpty();
    passMillis(FileRecords.UNUSED.toMillis());
    assertThat(store.ports().files().expired(10)).containsExactly(file.id());
  }

  @Test
  void atMostAHundredWaitAndTheOldestThatFailedMakesPlace() {
    Scheduled failed = keep("failed", LATER.minusSeconds(1));
    schedule().take(LATER.minusSeconds(1), 10);
    Scheduled.Failure muted = new Scheduled.Failure(ErrorCode.FORBIDDEN, "You are muted");
    schedule().settle(List.of(new Settlement.Failed(failed.id(), muted)));
    for (int i = 1; i < Schedule.MAX_PER_USER; i++) {
      keep("k" + i, LATER);
    }
    assertThat(schedule().of(ada)).contains(failed.failed(muted));
    keep("last", LATER);
    assertThat(schedule().of(ada)).hasSize(100).doesNotContain(failed.failed(muted));
    assertRefused(() -> keep("onemore", LATER), ErrorCode.CONFLICT, "sendAt");
  }

  private Scheduled keep(String key, Instant sendAt) {
    SendMessage message = new SendMessage(room, new MessageKey(key), "later");
    return schedule().keep(ada, message, sendAt).scheduled();
  }

  private Scheduled keepWith(String key, FileInfo file) {
    SendMessage message =
        new SendMessage(room, new MessageKey(key), "", null, null, null, List.of(file.id()), null);
    return schedule().keep(ada, message, LATER).scheduled();
  }

  private FileInfo file() {
    FileInfo file = new FileInfo(FileId.random(), "a.txt", "text/plain", 10, null, null, null);
    store.ports().files().add(file, ada, 1000);
    return file;
  }
}
