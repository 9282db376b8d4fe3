package im.parley.store.seed;

import im.parley.core.log.NewRoom;
import im.parley.core.log.RoomRules;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.RoomKind;
import im.parley.store.sql.Ledger;
import im.parley.store.sql.LoadedMember;
import im.parley.store.sql.LoadedRoom;
import im.parley.store.sql.NewRoomWork;
import im.parley.store.sql.SqlReadMarks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Writes the rooms of a plan, one after the other, each from its first event to its last. What is
 * said, by whom, and the time between are the same each time.
 */
final class SeedRooms {

  /** How long the life of every room is until now. */
  static final long PERIOD_MILLIS = Duration.ofDays(7).toMillis();

  private static final long RANDOM_SEED = 20_261_122L;

  private final RandomGenerator random = new SplittableRandom(RANDOM_SEED);
  private final SmallTalk talk = new SmallTalk(random);
  private final SeedPlan plan;
  private final List<UserId> users;
  private final SeedTransaction transaction;
  private final Ledger ledger;
  private final long begin;
  private final SeedKeys keys;

  /**
   * Prepares the work.
   *
   * @param begin when the first of it happens, in milliseconds since 1970
   */
  SeedRooms(SeedPlan plan, List<UserId> users, SeedTransaction transaction, long begin) {
    this.plan = plan;
    this.users = users;
    this.transaction = transaction;
    this.ledger = new Ledger(transaction.current());
    this.begin = begin;
    this.keys = new SeedKeys(random, begin, PERIOD_MILLIS, plan.events());
  }

  /** Writes a room, counted from 0. */
  RoomId write(int number) throws SQLException {
    RoomId room = make(number);
    for (int nth = 1; nth < plan.perRoom(); nth++) {
      letIn(room, number, nth);
    }
    for (int i = 0; i < plan.messagesIn(number); i++) {
      post(room, number);
    }
    for (int nth = 0; nth < plan.perRoom(); nth++) {
      SqlReadMarks.mark(transaction.current(), room, member(number, nth), Long.MAX_VALUE);
    }
    return room;
  }

  private RoomId make(int number) throws SQLException {
    RoomId room = RoomId.random();
    UserId owner = member(number, 0);
    NewRoom wanted =
        new NewRoom(
            room,
            RoomKind.PUBLIC,
            SmallTalk.room(number),
            null,
            null,
            owner,
            keys.next(),
            Set.of());
    transaction.setClock(time(number, 1));
    new NewRoomWork(wanted).make(transaction.current(), ledger);
    transaction.wrote();
    return room;
  }

  /** Has another member join. */
  private void letIn(RoomId id, int number, int nth) throws SQLException {
    LoadedRoom room = loaded(id);
    UserId user = member(number, nth);
    transaction.setClock(time(number, room.head + 1));
    ledger.letIn(room, user, RoomRules.newcomer(room.members), user, keys.next());
    transaction.wrote();
  }

  /** Has one of the members say something. */
  private void post(RoomId id, int number) throws SQLException {
    LoadedRoom room = loaded(id);
    UserId user = member(number, random.nextInt(plan.perRoom()));
    LoadedMember sender = transaction.current().rooms().member(room, user);
    transaction.setClock(time(number, room.head + 1));
    MessageKey key = keys.next();
    Fact.MessagePosted message = new Fact.MessagePosted(talk.message(), room.messages + 1, key);
    ledger.post(room, Objects.requireNonNull(sender), key, message);
    transaction.wrote();
  }

  private UserId member(int number, int nth) {
    return users.get(plan.member(number, nth));
  }

  /** The room as the writer has it. */
  private LoadedRoom loaded(RoomId room) throws SQLException {
    return Objects.requireNonNull(transaction.current().rooms().find(room));
  }

  /** When an event of a room happened: at some time in its own share of the period. */
  private long time(int number, long seq) {
    int events = plan.perRoom() + plan.messagesIn(number);
    return begin + (long) (PERIOD_MILLIS * (seq - 1 + random.nextDouble()) / events);
  }
}
