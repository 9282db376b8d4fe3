package im.parley.store.sql;

import im.parley.core.log.NewRoom;
import im.parley.core.log.RoomCreated;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import im.parley.protocol.view.RoomKind;
import java.sql.SQLException;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a room, unless it is there. Its log begins with its maker coming in, under their key. */
public record NewRoomWork(NewRoom wanted) implements Work<RoomCreated> {

  @Override
  public RoomCreated run(WriteTransaction transaction) throws SQLException {
    Ledger ledger = new Ledger(transaction);
    RoomId existing = existing(transaction, ledger);
    if (existing != null) {
      return new RoomCreated(existing, true);
    }
    check(ledger);
    make(transaction, ledger);
    return new RoomCreated(wanted.id(), false);
  }

  private @Nullable RoomId existing(WriteTransaction transaction, Ledger ledger)
      throws SQLException {
    DurableEvent first = ledger.find(wanted.by(), wanted.key());
    if (first != null) {
      return madeBy(first);
    }
    String people = people();
    return people == null
        ? null
        : transaction
            .query("SELECT id FROM room WHERE people = ?")
            .bind(people)
            .first(row -> new RoomId(row.getString(1)));
  }

  /** The room that this event began; the key of any other event was used for something else. */
  private static RoomId madeBy(DurableEvent first) {
    if (first.seq() != 1 || !(first.data() instanceof Fact.MemberJoined)) {
      throw DraftWork.keyOfSomethingElse();
    }
    return first.room();
  }

  private void check(Ledger ledger) throws SQLException {
    ledger.requirePlaceFor(wanted.by(), "room");
    for (UserId other : others()) {
      if (!ledger.exists(other)) {
        throw RefusedException.notFound("users", "There is no user " + other);
      }
      ledger.requirePlaceFor(other, "users");
    }
    if (wanted.alias() != null) {
      ledger.requireFreeAlias(wanted.alias());
    }
  }

  /** Makes it: that this may be done was found out before. */
  public void make(WriteTransaction transaction, Ledger ledger) throws SQLException {
    insert(transaction);
    LoadedRoom room = Objects.requireNonNull(transaction.rooms().find(wanted.id()));
    Role maker = wanted.kind() == RoomKind.DIRECT ? Role.MEMBER : Role.OWNER;
    ledger.letIn(room, wanted.by(), maker, wanted.by(), wanted.key());
    for (UserId other : others()) {
      ledger.letIn(room, other, Role.MEMBER, wanted.by(), null);
    }
  }

  private void insert(WriteTransaction transaction) throws SQLException {
    transaction
        .query(
            """
            INSERT INTO room (id, kind, name, folded_name, alias, topic, people, active_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(wanted.id().value())
        .bind(wanted.kind().wireName())
        .bind(wanted.name())
        .bind(Folding.fold(wanted.name()))
        .bind(wanted.alias())
        .bind(wanted.topic())
        .bind(people())
        .bind(transaction.now().toEpochMilli())
        .update();
  }

  /** Who comes in after the maker, in an order that does not change. */
  private Iterable<UserId> others() {
    TreeSet<UserId> others = new TreeSet<>(java.util.Comparator.comparing(UserId::value));
    others.addAll(wanted.others());
    others.remove(wanted.by());
    return others;
  }

  /** What names a direct room: its people. Null for a room that people come to and go from. */
  private @Nullable String people() {
    if (wanted.kind() != RoomKind.DIRECT) {
      return null;
    }
    TreeSet<String> people =
        wanted.others().stream().map(UserId::value).collect(Collectors.toCollection(TreeSet::new));
    people.add(wanted.by().value());
    return String.join(",", people);
  }
}
