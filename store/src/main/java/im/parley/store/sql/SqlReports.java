package im.parley.store.sql;

import im.parley.core.log.Page;
import im.parley.core.report.Reports;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Report;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The open reports of rooms. */
final class SqlReports implements Reports {

  private static final String LIST =
      """
      SELECT id, seq, by, reason, at FROM report
      WHERE room = (SELECT number FROM room WHERE id = ?) AND id > ? ORDER BY id LIMIT ?
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlReports(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Open file(RoomId room, long target, UserId by, String reason) {
    return writer.write(transaction -> new ReportWork(transaction).file(room, target, by, reason));
  }

  @Override
  public Page<Report> open(RoomId room, long after, int limit) {
    return readers.read(connection ->
        Pages.cut(
            connection
                .query(LIST)
                .bind(room.value())
                .bind(after)
                .bind(limit + 1L)
                .list(SqlReports::report),
            limit));
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getLong(1),
        row.getLong(2),
        new UserId(row.getString(3)),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)));
  }

  @Override
  public Open resolve(RoomId room, long report, UserId by) {
    return writer.write(transaction -> new ReportWork(transaction).resolve(room, report, by));
  }
}
