package im.parley.store.sql;

import im.parley.core.file.FileRecords;
import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Mentions;
import im.parley.core.log.RoomRules;
import im.parley.core.log.Standing;
import im.parley.core.schedule.Schedule;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Scheduled;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps messages until their time, within a transaction. */
final class ScheduleWork {

  private final WriteTransaction transaction;
  private final Ledger ledger;

  ScheduleWork(WriteTransaction transaction) {
    this.transaction = transaction;
    this.ledger = new Ledger(transaction);
  }

  Schedule.Kept keep(UserId user, SendMessage message, Instant sendAt) throws SQLException {
    Scheduled before =
        transaction
            .query(SqlSchedule.SELECT + "WHERE scheduled.user = ? AND scheduled.key = ?")
            .bind(user.value())
            .bind(message.key().value())
            .first(SqlSchedule::scheduled);
    if (before != null) {
      if (!before.room().equals(message.room())) {
        throw DraftWork.keyOfSomethingElse();
      }
      return new Schedule.Kept(before, true);
    }
    if (ledger.find(user, message.key()) != null) {
      throw Schedule.usedAlready();
    }
    Schedule.requireTime(sendAt, transaction.now());
    LoadedRoom room = requirePlan(user, message);
    new FileWork(transaction).attachable(user, files(message));
    Long oldestFailed = requirePlace(user);

    if (oldestFailed != null) {
      forget(user, oldestFailed);
    }
    long id = insert(room, user, message, sendAt);
    keepFiles(user, message, sendAt);
    return new Schedule.Kept(scheduled(id, message, sendAt), false);
  }

  private static List<FileId> files(SendMessage message) {
    return Objects.requireNonNullElse(message.attachments(), List.of());
  }

  /** The room, if the user could say this in it. */
  private LoadedRoom requirePlan(UserId user, SendMessage message) throws SQLException {
    LoadedRoom room = transaction.rooms().find(message.room());
    if (room == null) {
      throw RoomRules.noSuchRoom();
    }
    Change.InThread thread =
        message.thread() == null ? null : new Change.InThread(message.thread(), false);
    Change.Post post =
        new Change.Post(
            message.text(), Mentions.NONE, message.replyTo(), thread, files(message), null);
    Draft draft = new Draft(message.room(), user, message.key(), post);
    LoadedMember member = transaction.rooms().member(room, user);
    Standing standing =
        new Standing(
            room.kind,
            member == null ? null : member.role,
            null,
            true,
            target(room, draft, message.thread()),
            target(room, draft, message.replyTo()),
            room.owners,
            room.members,
            new MemberWork(transaction, ledger).restraints(room, user, member, null));
    RoomRules.plan(post, standing);
    return room;
  }

  private Standing.@Nullable Target target(LoadedRoom room, Draft draft, @Nullable Long seq)
      throws SQLException {
    return seq == null ? null : MessageWork.target(transaction, room, draft, seq);
  }

  /** Null if there is place; otherwise the one that makes place. */
  private @Nullable Long requirePlace(UserId user) throws SQLException {
    long count =
        transaction
            .query("SELECT count(*) FROM scheduled WHERE user = ?")
            .bind(user.value())
            .number();
    if (count < Schedule.MAX_PER_USER) {
      return null;
    }
    Long oldest =
        transaction
            .query(
                """
                SELECT id FROM scheduled WHERE user = ? AND error IS NOT NULL
                ORDER BY send_at, id LIMIT 1
                """)
            .bind(user.value())
            .first(row -> row.getLong(1));
    if (oldest == null) {
      throw Schedule.tooMany();
    }
    return oldest;
  }

  private long insert(LoadedRoom room, UserId user, SendMessage message, Instant sendAt)
      throws SQLException {
    return transaction
        .query(
            """
            INSERT INTO scheduled (user, room, key, text, reply_to, thread, also_in_room,
              attachments, send_at, due_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9)
            RETURNING id
            """)
        .bind(user.value())
        .bind(room.number)
        .bind(message.key().value())
        .bind(message.text())
        .bindOptional(message.replyTo())
        .bindOptional(message.thread())
        .bind(Boolean.TRUE.equals(message.alsoInRoom()) ? 1L : 0L)
        .bind(SqlSchedule.ids(message.attachments()))
        .bind(sendAt.toEpochMilli())
        .number();
  }

  /** The sender's own files, which no message refers to yet, live until it is sent. */
  private void keepFiles(UserId user, SendMessage message, Instant sendAt) throws SQLException {
    for (FileId file : files(message)) {
      transaction
          .query("UPDATE file SET expires_at = ?3 WHERE id = ?1 AND owner = ?2 AND expires_at < ?3")
          .bind(file.value())
          .bind(user.value())
          .bind(sendAt.plus(FileRecords.UNUSED).toEpochMilli())
          .update();
    }
  }

  private static Scheduled scheduled(long id, SendMessage message, Instant sendAt) {
    return new Scheduled(
        id,
        message.room(),
        message.key(),
        message.text(),
        message.replyTo(),
        message.thread(),
        Boolean.TRUE.equals(message.alsoInRoom()) ? true : null,
        message.attachments(),
        sendAt,
        null);
  }

  /** Whether it waited, or had failed: it is gone now. One that was sent goes as well. */
  boolean cancel(UserId user, long id) throws SQLException {
    Scheduled scheduled =
        transaction
            .query(
                SqlSchedule.SELECT
                    + "WHERE scheduled.id = ? AND scheduled.user = ? AND sending = 0")
            .bind(id)
            .bind(user.value())
            .first(SqlSchedule::scheduled);
    if (scheduled == null) {
      return false;
    }
    boolean sent = ledger.find(user, scheduled.key()) != null;
    return forget(user, id) && !sent;
  }

  /** False if another server began to send it meanwhile, or it is not there. */
  private boolean forget(UserId user, long id) throws SQLException {
    String files =
        transaction
            .query("DELETE FROM scheduled WHERE id = ? AND sending = 0 RETURNING attachments")
            .bind(id)
            .first(row -> row.getString(1));
    if (files == null) {
      return false;
    }
    for (FileId file : Objects.requireNonNullElse(SqlSchedule.files(files), List.<FileId>of())) {
      letGo(user, file);
    }
    return true;
  }

  /** The file lives on as any that no message refers to, unless another message waits with it. */
  private void letGo(UserId user, FileId file) throws SQLException {
    transaction
        .query(
            """
            UPDATE file SET expires_at = ?3
            WHERE id = ?1 AND owner = ?2 AND expires_at > ?3 AND NOT EXISTS (
              SELECT 1 FROM scheduled WHERE user = ?2 AND instr(attachments, ?1) > 0)
            """)
        .bind(file.value())
        .bind(user.value())
        .bind(transaction.now().plus(FileRecords.UNUSED).toEpochMilli())
        .update();
  }

  List<Schedule.Due> take(Instant now, int limit) throws SQLException {
    transaction
        .query(
            """
            UPDATE scheduled SET sending = 1 WHERE id IN (
              SELECT id FROM scheduled WHERE error IS NULL AND due_at <= ?
              ORDER BY due_at, id LIMIT ?)
            """)
        .bind(now.toEpochMilli())
        .bind(limit)
        .update();
    return transaction
        .query(
            SqlSchedule.SELECT
                + """
                WHERE scheduled.error IS NULL AND scheduled.due_at <= ? AND scheduled.sending = 1
                ORDER BY scheduled.due_at, scheduled.id LIMIT ?
                """)
        .bind(now.toEpochMilli())
        .bind(limit)
        .list(SqlSchedule::due);
  }

  void settle(List<Schedule.Settlement> settlements) throws SQLException {
    for (Schedule.Settlement settlement : settlements) {
      switch (settlement) {
        case Schedule.Settlement.Sent(long id) ->
            transaction.query("DELETE FROM scheduled WHERE id = ?").bind(id).update();
        case Schedule.Settlement.Failed(long id, var failure) -> fail(id, failure);
        case Schedule.Settlement.Postponed(long id, Instant until) -> postpone(id, until);
      }
    }
  }

  private void fail(long id, Scheduled.Failure failure) throws SQLException {
    transaction
        .query("UPDATE scheduled SET sending = 0, error = ?, reason = ? WHERE id = ?")
        .bind(failure.code().wireName())
        .bind(failure.message())
        .bind(id)
        .update();
  }

  private void postpone(long id, Instant until) throws SQLException {
    transaction
        .query("UPDATE scheduled SET sending = 0, tries = tries + 1, due_at = ? WHERE id = ?")
        .bind(until.toEpochMilli())
        .bind(id)
        .update();
  }
}
