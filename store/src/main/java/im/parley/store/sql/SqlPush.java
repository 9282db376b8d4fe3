package im.parley.store.sql;

import im.parley.core.push.PushSubscriptions;
import im.parley.core.push.PushTarget;
import im.parley.core.push.VapidKeyStore;
import im.parley.core.push.VapidKeys;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/** The browsers that are pushed to, and the server's keys for that. */
final class SqlPush implements PushSubscriptions, VapidKeyStore {

  /** The columns that {@link #target} reads, in this order. */
  static final String TARGET = "push.id, push.endpoint, push.p256dh, push.auth";

  private static final String KEEP =
      """
      INSERT INTO push (id, user, session, endpoint, p256dh, auth, created_at)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (endpoint) DO UPDATE SET user = ?2, session = ?3, p256dh = ?5, auth = ?6,
        created_at = ?7
      RETURNING id
      """;

  private static final String DROP_OLDEST =
      """
      DELETE FROM push WHERE id IN (SELECT id FROM push WHERE user = ?
        ORDER BY created_at DESC, id LIMIT 1000000 OFFSET ?)
      """;

  private static final String FIND =
      "SELECT "
          + TARGET
          + " FROM push JOIN session ON session.id = push.session"
          + " WHERE push.id = ? AND session.refresh_expires_at > ?";

  private static final String KEYS =
      """
      SELECT public.value, private.value FROM meta AS public CROSS JOIN meta AS private
      WHERE public.name = 'push_public_key' AND private.name = 'push_private_key'
      """;

  private final GroupCommitWriter writer;
  private final Readers readers;
  private final InstantSource clock;

  SqlPush(GroupCommitWriter writer, Readers readers, InstantSource clock) {
    this.writer = writer;
    this.readers = readers;
    this.clock = clock;
  }

  @Override
  public String keep(UserId user, SessionId session, PushTarget target) {
    return writer.write(transaction -> {
      String id =
          transaction
              .query(KEEP)
              .bind(target.id())
              .bind(user.value())
              .bind(session.value())
              .bind(target.endpoint())
              .bind(target.p256dh())
              .bind(target.auth())
              .bind(transaction.now().toEpochMilli())
              .first(row -> row.getString(1));
      transaction.query(DROP_OLDEST).bind(user.value()).bind(MAX_PER_USER).update();
      return Objects.requireNonNull(id);
    });
  }

  @Override
  public boolean remove(UserId user, String subscription) {
    return writer.write(transaction ->
        transaction
                .query("DELETE FROM push WHERE id = ? AND user = ?")
                .bind(subscription)
                .bind(user.value())
                .update()
            == 1);
  }

  @Override
  public void forget(PushTarget target) {
    writer.write(transaction ->
        transaction
            .query("DELETE FROM push WHERE id = ? AND p256dh = ?")
            .bind(target.id())
            .bind(target.p256dh())
            .update());
  }

  @Override
  public Optional<PushTarget> find(String subscription) {
    return readers.read(connection ->
        Optional.ofNullable(
            connection
                .query(FIND)
                .bind(subscription)
                .bind(clock.millis())
                .first(row -> target(row, 1))));
  }

  @Override
  public boolean any() {
    return readers.read(connection -> connection.query("SELECT 1 FROM push LIMIT 1").exists());
  }

  /** Of the columns that begin with this one. */
  static PushTarget target(ResultSet row, int column) throws SQLException {
    return new PushTarget(
        row.getString(column),
        row.getString(column + 1),
        row.getString(column + 2),
        row.getString(column + 3));
  }

  @Override
  public Optional<VapidKeys> find() {
    return readers.read(
        connection -> Optional.ofNullable(connection.query(KEYS).first(SqlPush::keys)));
  }

  @Override
  public VapidKeys keepFirst(VapidKeys made) {
    return writer.write(transaction -> {
      VapidKeys kept = transaction.query(KEYS).first(SqlPush::keys);
      if (kept != null) {
        return kept;
      }
      put(transaction, "push_public_key", made.publicKey());
      put(transaction, "push_private_key", made.privateKey());
      return made;
    });
  }

  private static void put(WriteTransaction transaction, String name, String value)
      throws SQLException {
    transaction
        .query("INSERT INTO meta (name, value) VALUES (?, ?)")
        .bind(name)
        .bind(value)
        .update();
  }

  private static VapidKeys keys(ResultSet row) throws SQLException {
    return new VapidKeys(row.getString(1), row.getString(2));
  }
}
