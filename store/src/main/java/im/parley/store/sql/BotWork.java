package im.parley.store.sql;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.bot.Bots;
import im.parley.core.session.Sessions.NewSession;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.User;
import java.sql.SQLException;
import java.util.List;

/** Makes bots and takes them out of service, within a transaction. */
final class BotWork {

  /** No hash at all: no password is ever held against it. */
  private static final String NO_PASSWORD = "";

  private final WriteTransaction transaction;

  BotWork(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  /** Makes a bot that belongs to the owner. */
  void create(UserId owner, User bot, NewSession key) throws SQLException {
    if (isBot(owner)) {
      throw Bots.ofBot();
    }
    long bots =
        transaction.query("SELECT count(*) FROM bot WHERE owner = ?").bind(owner.value()).number();
    if (bots >= Bots.MAX_PER_USER) {
      throw Bots.tooMany();
    }
    SqlAccounts.requireFree(transaction, bot.username());
    account(bot);
    transaction
        .query("INSERT INTO bot (user, owner, created_at) VALUES (?, ?, ?)")
        .bind(bot.id().value())
        .bind(owner.value())
        .bind(transaction.now().toEpochMilli())
        .update();
    SessionWork.insert(transaction, key);
  }

  private boolean isBot(UserId user) throws SQLException {
    return transaction
        .query("SELECT 1 FROM account WHERE id = ? AND bot = 1")
        .bind(user.value())
        .exists();
  }

  /** The account of a bot, whose username is free. It enters no room by itself. */
  private void account(User bot) throws SQLException {
    SqlAccounts.insert(
        transaction,
        new NewAccount(bot.id(), bot.username(), bot.displayName(), NO_PASSWORD),
        false);
    transaction.query("UPDATE account SET bot = 1 WHERE id = ?").bind(bot.id().value()).update();
  }

  /** Makes a bot that speaks in this room alone, and brings it in. */
  void bringIn(LoadedRoom room, User bot, UserId by) throws SQLException {
    SqlAccounts.requireFree(transaction, bot.username());
    account(bot);
    new Ledger(transaction).letIn(room, bot.id(), Role.MEMBER, by, null);
  }

  /** Takes such a bot out of its room, if it is still there. */
  void takeOut(LoadedRoom room, UserId bot, UserId by) throws SQLException {
    LoadedMember member = transaction.rooms().member(room, bot);
    if (member != null) {
      new Ledger(transaction).letGo(room, member, LeaveReason.REMOVED, by, MessageKey.random());
    }
  }

  /** Gives a bot another key. */
  List<SessionId> rekey(UserId owner, NewSession key) throws SQLException {
    require(owner, key.user());
    List<SessionId> ended = endSessions(key.user());
    SessionWork.insert(transaction, key);
    return ended;
  }

  /** Takes a bot out of service. */
  List<SessionId> delete(UserId owner, UserId bot) throws SQLException {
    require(owner, bot);
    transaction.query("DELETE FROM bot WHERE user = ?").bind(bot.value()).update();
    return endSessions(bot);
  }

  private void require(UserId owner, UserId bot) throws SQLException {
    boolean own =
        transaction
            .query("SELECT 1 FROM bot WHERE user = ? AND owner = ?")
            .bind(bot.value())
            .bind(owner.value())
            .exists();
    if (!own) {
      throw Bots.unknown();
    }
  }

  private List<SessionId> endSessions(UserId bot) throws SQLException {
    List<SessionId> ended =
        transaction
            .query("SELECT id FROM session WHERE user = ?")
            .bind(bot.value())
            .list(row -> new SessionId(row.getString(1)));
    transaction.query("DELETE FROM session WHERE user = ?").bind(bot.value()).update();
    return ended;
  }
}
