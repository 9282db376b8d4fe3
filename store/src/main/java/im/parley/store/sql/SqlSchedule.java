package im.parley.store.sql;

import im.parley.core.schedule.Schedule;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.id.FileId;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Scheduled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The messages that are sent later. */
final class SqlSchedule implements Schedule {

  /** The columns that {@link #scheduled} reads, then those of {@link #due}. */
  static final String SELECT =
      """
      SELECT scheduled.id, room.id, scheduled.key, scheduled.text, scheduled.reply_to,
        scheduled.thread, scheduled.also_in_room, scheduled.attachments, scheduled.send_at,
        scheduled.error, scheduled.reason, scheduled.user, scheduled.tries
      FROM scheduled JOIN room ON room.number = scheduled.room
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlSchedule(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Kept keep(UserId user, SendMessage message, Instant sendAt) {
    return writer.write(transaction -> new ScheduleWork(transaction).keep(user, message, sendAt));
  }

  @Override
  public List<Scheduled> of(UserId user) {
    return readers.read(connection ->
        connection
            .query(SELECT + "WHERE scheduled.user = ? ORDER BY scheduled.send_at, scheduled.id")
            .bind(user.value())
            .list(SqlSchedule::scheduled));
  }

  @Override
  public void cancel(UserId user, long id) {
    boolean waited = writer.write(transaction -> new ScheduleWork(transaction).cancel(user, id));
    if (!waited) {
      throw Schedule.unknown();
    }
  }

  @Override
  public Optional<Instant> next() {
    return readers.read(connection ->
        Optional.ofNullable(
            connection
                .query(
                    "SELECT due_at FROM scheduled WHERE error IS NULL ORDER BY due_at, id LIMIT 1")
                .first(row -> Instant.ofEpochMilli(row.getLong(1)))));
  }

  @Override
  public List<Due> take(Instant now, int limit) {
    return writer.write(transaction -> new ScheduleWork(transaction).take(now, limit));
  }

  @Override
  public void settle(List<Settlement> settlements) {
    writer.carryOut(transaction -> new ScheduleWork(transaction).settle(settlements));
  }

  static Due due(ResultSet row) throws SQLException {
    return new Due(scheduled(row), new UserId(row.getString(12)), row.getInt(13));
  }

  static Scheduled scheduled(ResultSet row) throws SQLException {
    return new Scheduled(
        row.getLong(1),
        new RoomId(row.getString(2)),
        new MessageKey(row.getString(3)),
        row.getString(4),
        seq(row, 5),
        seq(row, 6),
        row.getLong(7) == 0 ? null : true,
        files(row.getString(8)),
        Instant.ofEpochMilli(row.getLong(9)),
        failure(row.getString(10), row.getString(11)));
  }

  /** Seqs begin with 1. */
  private static @Nullable Long seq(ResultSet row, int column) throws SQLException {
    long seq = row.getLong(column);
    return seq == 0 ? null : (Long) seq;
  }

  /** A list of files as one column: their ids have no spaces. */
  static String ids(@Nullable List<FileId> files) {
    return files == null ? "" : files.stream().map(FileId::value).collect(Collectors.joining(" "));
  }

  static @Nullable List<FileId> files(String ids) {
    return ids.isEmpty() ? null : Stream.of(ids.split(" ")).map(FileId::new).toList();
  }

  private static Scheduled.@Nullable Failure failure(
      @Nullable String error, @Nullable String reason) {
    return error == null
        ? null
        : new Scheduled.Failure(code(error), Objects.requireNonNullElse(reason, ""));
  }

  /** A code that only a newer Parley knows is a fault like any. */
  private static ErrorCode code(String wireName) {
    return Stream.of(ErrorCode.values())
        .filter(code -> code.wireName().equals(wireName))
        .findFirst()
        .orElse(ErrorCode.INTERNAL);
  }
}
