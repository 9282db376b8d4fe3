package im.parley.store.sql;

import im.parley.core.presence.Chosen;
import im.parley.core.presence.PresenceRecord;
import im.parley.core.presence.PresenceRecords;
import im.parley.protocol.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is kept of everyone's presence. */
final class SqlPresence implements PresenceRecords {

  static final String FIND =
      """
      SELECT account.id, presence.state, presence.text, presence.emoji, presence.until,
        presence.last_seen
      FROM json_each(?) AS wanted JOIN account ON account.id = wanted.value
      LEFT JOIN presence ON presence.user = account.id
      """;

  private static final String CHOOSE =
      """
      INSERT INTO presence (user, state, text, emoji, until) VALUES (?1, ?2, ?3, ?4, ?5)
      ON CONFLICT (user) DO UPDATE SET state = ?2, text = ?3, emoji = ?4, until = ?5
      RETURNING user, state, text, emoji, until, last_seen
      """;

  private static final String SEEN =
      """
      INSERT INTO presence (user, last_seen) VALUES (?1, ?2)
      ON CONFLICT (user) DO UPDATE SET last_seen = ?2
      WHERE presence.state <> 'invisible' OR presence.until <= ?2
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlPresence(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Map<UserId, PresenceRecord> find(Collection<UserId> users) {
    String ids = JsonArray.ofIds(users, UserId::value);
    return readers.read(connection -> {
      Map<UserId, PresenceRecord> records = new HashMap<>();
      connection
          .query(FIND)
          .bind(ids)
          .list(row -> records.put(new UserId(row.getString(1)), record(row)));
      return records;
    });
  }

  @Override
  public PresenceRecord choose(UserId user, Chosen chosen) {
    return writer.write(transaction ->
        Objects.requireNonNull(
            time(
                    transaction
                        .query(CHOOSE)
                        .bind(user.value())
                        .bind(chosen.state().wireName())
                        .bind(chosen.text())
                        .bind(chosen.emoji()),
                    chosen.until())
                .first(SqlPresence::record)));
  }

  @Override
  public void seen(UserId user, Instant at) {
    var _ =
        writer.submit(transaction ->
            transaction.query(SEEN).bind(user.value()).bind(at.toEpochMilli()).update());
  }

  private static Query time(Query query, @Nullable Instant at) throws SQLException {
    return at == null ? query.bind((String) null) : query.bind(at.toEpochMilli());
  }

  private static PresenceRecord record(ResultSet row) throws SQLException {
    String state = row.getString(2);
    Instant lastSeen = time(row, 6);
    return state == null
        ? PresenceRecord.NONE
        : new PresenceRecord(
            new Chosen(Rows.presenceState(state), row.getString(3), row.getString(4), time(row, 5)),
            lastSeen);
  }

  private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
