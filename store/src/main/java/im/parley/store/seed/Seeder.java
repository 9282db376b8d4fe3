package im.parley.store.seed;

import im.parley.core.account.Accounts.NewAccount;
import im.parley.core.session.SessionConfig;
import im.parley.core.session.Sessions.NewSession;
import im.parley.core.session.TokenMint;
import im.parley.core.session.TokenMint.Minted;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import im.parley.store.sql.SessionWork;
import im.parley.store.sql.SqlAccounts;
import im.parley.store.sql.WriteConnection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Carries out a plan, once: accounts, then rooms, then sessions. It writes with what everyone's
 * commands are written with, and leaves out only the questions whose answers the plan knows.
 */
final class Seeder {

  private static final SessionConfig SESSIONS =
      new SessionConfig(Duration.ofDays(1), Duration.ofDays(30));

  private final SeedPlan plan;
  private final long now;
  private final long begin;
  private final SeedTransaction transaction;
  private final TokenMint mint = new TokenMint(SESSIONS);

  /**
   * Prepares the work.
   *
   * @param connection to a store without accounts
   * @param now the end of what happens, in milliseconds since 1970
   */
  Seeder(WriteConnection connection, SeedPlan plan, SeedListener listener, long now)
      throws SQLException {
    this.plan = plan;
    this.now = now;
    this.begin = now - SeedRooms.PERIOD_MILLIS;
    this.transaction = new SeedTransaction(connection, listener, begin);
  }

  /**
   * Does it, and says for whom.
   *
   * @param passwordHash of everyone's password, in PHC form
   */
  List<SeededUser> run(String passwordHash) throws SQLException {
    List<UserId> users = new ArrayList<>();
    for (int number = 0; number < plan.users(); number++) {
      users.add(register(number, passwordHash));
    }
    List<RoomId> rooms = new ArrayList<>();
    SeedRooms writer = new SeedRooms(plan, users, transaction, begin);
    for (int number = 0; number < plan.rooms(); number++) {
      rooms.add(writer.write(number));
    }
    transaction.setClock(now);
    List<String> tokens = new ArrayList<>();
    for (UserId user : users) {
      tokens.add(signIn(user));
    }
    transaction.commit();
    return IntStream.range(0, plan.users())
        .mapToObj(number ->
            new SeededUser(
                users.get(number),
                username(number),
                tokens.get(number),
                plan.roomsOf(number).mapToObj(rooms::get).toList()))
        .toList();
  }

  private UserId register(int number, String passwordHash) throws SQLException {
    UserId user = UserId.random();
    NewAccount account =
        new NewAccount(user, username(number), SmallTalk.person(number), passwordHash);
    SqlAccounts.insert(transaction.current(), account, number == 0);
    return user;
  }

  private static String username(int number) {
    return "user-%05d".formatted(number + 1);
  }

  /** Begins a session, and returns its access token. */
  private String signIn(UserId user) throws SQLException {
    Instant at = transaction.current().now();
    Minted tokens = mint.mint(at);
    SessionWork.begin(
        transaction.current(),
        new NewSession(SessionId.random(), user, "parley seed", "127.0.0.1", tokens.kept(), at));
    return tokens.access();
  }
}
