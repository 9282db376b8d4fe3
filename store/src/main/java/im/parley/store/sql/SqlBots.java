package im.parley.store.sql;

import im.parley.core.bot.Bots;
import im.parley.core.session.Sessions.NewSession;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.User;
import java.util.List;

/** The bots, and whose they are. */
final class SqlBots implements Bots {

  private static final String LIST =
      "SELECT "
          + Rows.USER
          + """
           FROM bot JOIN account ON account.id = bot.user
          WHERE bot.owner = ? ORDER BY bot.created_at, bot.user
          """;

  private final GroupCommitWriter writer;
  private final Readers readers;

  SqlBots(GroupCommitWriter writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public void create(UserId owner, User bot, NewSession key) {
    writer.carryOut(transaction -> new BotWork(transaction).create(owner, bot, key));
  }

  @Override
  public List<User> of(UserId owner) {
    return readers.read(connection -> connection.query(LIST).bind(owner.value()).list(Rows::user));
  }

  @Override
  public List<SessionId> rekey(UserId owner, NewSession key) {
    return writer.write(transaction -> new BotWork(transaction).rekey(owner, key));
  }

  @Override
  public List<SessionId> delete(UserId owner, UserId bot) {
    return writer.write(transaction -> new BotWork(transaction).delete(owner, bot));
  }
}
