package im.parley.store.sql;

import im.parley.core.outbound.WebhookSecret;
import im.parley.core.outgoing.OutgoingHooks;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Outgoing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The outgoing webhooks of rooms. */
final class SqlOutgoing implements OutgoingHooks {

  private static final String SELECT =
      """
      SELECT outgoing.id, room.id, outgoing.url, outgoing.events, outgoing.keywords, outgoing.bots,
        outgoing.by, outgoing.at, outgoing.seq, outgoing.disabled, outgoing.secret
      FROM outgoing JOIN room ON room.number = outgoing.room
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlOutgoing(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** A list of words as one column: a line each, as none of them has more than one. */
  static String lines(List<String> words) {
    return String.join("\n", words.stream().map(word -> word.replace('\n', ' ')).toList());
  }

  @Override
  public Outgoing create(Outgoing wanted, WebhookSecret secret) {
    return writer.write(transaction -> new OutgoingWork(transaction).create(wanted, secret));
  }

  @Override
  public List<Outgoing> of(RoomId room) {
    return readers.read(connection ->
        connection
            .query(SELECT + "WHERE room.id = ? ORDER BY outgoing.id")
            .bind(room.value())
            .list(SqlOutgoing::outgoing));
  }

  @Override
  public List<Active> active() {
    return readers.read(connection ->
        connection
            .query(SELECT + "WHERE outgoing.disabled IS NULL ORDER BY outgoing.id")
            .list(row -> new Active(outgoing(row), new WebhookSecret(row.getString(11)))));
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        row.getLong(1),
        new RoomId(row.getString(2)),
        row.getString(3),
        words(row.getString(4)),
        words(row.getString(5)),
        row.getBoolean(6) ? true : null,
        new UserId(row.getString(7)),
        Instant.ofEpochMilli(row.getLong(8)),
        row.getLong(9),
        row.getString(10));
  }

  private static List<String> words(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split("\n"));
  }

  @Override
  public void delete(RoomId room, long id, UserId by) {
    writer.carryOut(transaction -> new OutgoingWork(transaction).delete(room, id, by));
  }

  @Override
  public boolean advance(long id, long seq) {
    return writer.write(transaction ->
        transaction.query("UPDATE outgoing SET seq = ? WHERE id = ?").bind(seq).bind(id).update()
            == 1);
  }

  @Override
  public void disable(long id, String reason) {
    writer.carryOut(transaction -> {
      transaction
          .query("UPDATE outgoing SET disabled = ? WHERE id = ?")
          .bind(reason)
          .bind(id)
          .update();
    });
  }
}
