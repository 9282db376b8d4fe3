package im.parley.store.sql;

import im.parley.core.account.Accounts;
import im.parley.core.log.Page;
import im.parley.core.log.RoomRules;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.User;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The accounts. */
public final class SqlAccounts implements Accounts {

  private static final String BY_ID = "SELECT " + Rows.USER + " FROM account WHERE id = ?";

  private static final String BY_IDS =
      "SELECT " + Rows.USER + " FROM account WHERE id IN (SELECT value FROM json_each(?))";

  private static final String CREDENTIALS =
      "SELECT " + Rows.USER + ", account.password_hash FROM account WHERE username = ? AND bot = 0";

  /** Prefixes are ranges of names: what was asked for is never part of a pattern. */
  private static final String SEARCH =
      "SELECT "
          + Rows.USER
          + """
           FROM account
          WHERE (username >= ?1 AND username < ?2)
            OR (folded_display_name >= ?1 AND folded_display_name < ?2)
          ORDER BY username LIMIT ?3
          """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlAccounts(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void register(NewAccount account) {
    writer.carryOut(transaction -> register(transaction, account));
  }

  @Override
  public Optional<Credentials> credentials(String username) {
    return readers.read(connection ->
        Optional.ofNullable(
            connection
                .query(CREDENTIALS)
                .bind(username)
                .first(row -> new Credentials(Rows.user(row), row.getString(Rows.AFTER_USER)))));
  }

  @Override
  public Optional<User> find(UserId user) {
    return readers.read(connection ->
        Optional.ofNullable(connection.query(BY_ID).bind(user.value()).first(Rows::user)));
  }

  @Override
  public List<User> findAll(Collection<UserId> users) {
    String ids = JsonArray.ofIds(users, UserId::value);
    return readers.read(connection -> connection.query(BY_IDS).bind(ids).list(Rows::user));
  }

  @Override
  public Page<User> search(String query, int limit) {
    String prefix = Folding.fold(query);
    return readers.read(connection ->
        Pages.cut(
            connection
                .query(SEARCH)
                .bind(prefix)
                .bind(Folding.after(prefix))
                .bind(limit + 1L)
                .list(Rows::user),
            limit));
  }

  @Override
  public User rename(UserId user, String displayName) {
    return writer.write(transaction -> rename(transaction, user, displayName));
  }

  private static void register(WriteTransaction transaction, NewAccount account)
      throws SQLException {
    requireFree(transaction, account.username());
    boolean first = !transaction.query("SELECT 1 FROM account LIMIT 1").exists();
    insert(transaction, account, first);
    welcome(transaction, account.id());
  }

  /** Refuses a username that somebody has. */
  static void requireFree(WriteTransaction transaction, String username) throws SQLException {
    if (transaction.query("SELECT 1 FROM account WHERE username = ?").bind(username).exists()) {
      throw RefusedException.conflict("username", "This username is taken: choose another");
    }
  }

  /** Adds the account, whose username is free. */
  public static void insert(WriteTransaction transaction, NewAccount account, boolean admin)
      throws SQLException {
    transaction
        .query(
            """
            INSERT INTO account (id, username, display_name, folded_display_name, password_hash,
              admin, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(account.id().value())
        .bind(account.username())
        .bind(account.displayName())
        .bind(Folding.fold(account.displayName()))
        .bind(account.passwordHash())
        .bind(admin ? 1 : 0)
        .bind(transaction.now().toEpochMilli())
        .update();
  }

  private static void welcome(WriteTransaction transaction, UserId newcomer) throws SQLException {
    Ledger ledger = new Ledger(transaction);
    for (LoadedRoom room : transaction.rooms().forNewcomers()) {
      ledger.letIn(room, newcomer, RoomRules.newcomer(room.members), newcomer, null);
    }
  }

  private static User rename(WriteTransaction transaction, UserId user, String displayName)
      throws SQLException {
    int renamed =
        transaction
            .query("UPDATE account SET display_name = ?, folded_display_name = ? WHERE id = ?")
            .bind(displayName)
            .bind(Folding.fold(displayName))
            .bind(user.value())
            .update();
    if (renamed == 0) {
      throw RefusedException.notFound("user", "There is no such user");
    }
    return Objects.requireNonNull(transaction.query(BY_ID).bind(user.value()).first(Rows::user));
  }
}
