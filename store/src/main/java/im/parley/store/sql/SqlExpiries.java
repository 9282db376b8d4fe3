package im.parley.store.sql;

import im.parley.core.expiry.Expiries;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The messages whose time will be over: rows of the log, found by an index of those that stand. */
final class SqlExpiries implements Expiries {

  static final String NEXT =
      """
      SELECT expires_at FROM event WHERE deleted = 0 AND expires_at IS NOT NULL
      ORDER BY expires_at LIMIT 1
      """;

  static final String DUE =
      """
      SELECT room.id, event.place, event.by FROM event
      JOIN room ON room.number = event.place >> 32
      WHERE event.deleted = 0 AND event.expires_at <= ? ORDER BY event.expires_at LIMIT ?
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlExpiries(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Optional<Instant> next() {
    return readers.read(connection ->
        Optional.ofNullable(
            connection.query(NEXT).first(row -> Instant.ofEpochMilli(row.getLong(1)))));
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return readers.read(connection ->
        connection
            .query(DUE)
            .bind(now.toEpochMilli())
            .bind(limit)
            .list(row ->
                new Due(
                    new RoomId(row.getString(1)),
                    Place.seq(row.getLong(2)),
                    new UserId(row.getString(3)))));
  }

  @Override
  public CompletableFuture<Boolean> expire(Due due) {
    return writer.submit(new ExpiryWork(due));
  }
}
