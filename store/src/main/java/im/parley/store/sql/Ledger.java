package im.parley.store.sql;

import im.parley.core.log.Change;
import im.parley.core.room.Rooms;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.MessageKey;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes rooms' logs, and with each event what follows from it: the room's counts and its members.
 * Whether something may happen was decided before.
 */
public final class Ledger {

  private final WriteTransaction transaction;

  public Ledger(WriteTransaction transaction) {
    this.transaction = transaction;
  }

  /** What was done under this key, or null. */
  @Nullable DurableEvent find(UserId by, MessageKey key) throws SQLException {
    return transaction.keys().find(by, key);
  }

  /**
   * Adds a message, which lasts as the room says. Its sender has then read the room up to there.
   */
  public DurableEvent post(
      LoadedRoom room, LoadedMember sender, MessageKey key, Fact.MessagePosted posted)
      throws SQLException {
    Instant at = transaction.now();
    boolean lasts = room.expireSeconds == 0;
    Fact said = lasts ? posted : posted.until(at.plusSeconds(room.expireSeconds));
    DurableEvent event = append(room, sender.user, key, said, at);
    sender.readSeq = room.head;
    sender.readNumber = room.messages;
    sender.postedAt = event.at().toEpochMilli();
    transaction.rooms().changed(sender);
    return event;
  }

  /** Lets someone in. They have read everything up to there. */
  public DurableEvent letIn(
      LoadedRoom room, UserId user, Role role, UserId by, @Nullable MessageKey key)
      throws SQLException {
    DurableEvent event = append(room, by, key, new Fact.MemberJoined(user, role));
    transaction
        .query(
            """
            INSERT INTO member (room, user, role, joined_at, joined_seq, read_seq, read_number)
            VALUES (?1, ?2, ?3, ?4, ?5, ?5, ?6)
            """)
        .bind(room.number)
        .bind(user.value())
        .bind(role.wireName())
        .bind(event.at().toEpochMilli())
        .bind(event.seq())
        .bind(room.messages)
        .update();
    room.members++;
    room.owners += role == Role.OWNER ? 1 : 0;
    return event;
  }

  /** Lets someone go. */
  public DurableEvent letGo(
      LoadedRoom room, LoadedMember member, LeaveReason reason, UserId by, MessageKey key)
      throws SQLException {
    DurableEvent event = append(room, by, key, new Fact.MemberLeft(member.user, reason));
    transaction
        .query("DELETE FROM member WHERE room = ? AND user = ?")
        .bind(room.number)
        .bind(member.user.value())
        .update();
    transaction
        .query("DELETE FROM draft WHERE user = ? AND room = ?")
        .bind(member.user.value())
        .bind(room.number)
        .update();
    transaction.rooms().forget(member);
    room.members--;
    room.owners -= member.role == Role.OWNER ? 1 : 0;
    return event;
  }

  /** Makes the member of the highest role who has been there longest the owner. */
  public void handOn(LoadedRoom room, UserId by) throws SQLException {
    UserId heir =
        transaction
            .query(
                """
                SELECT user FROM member WHERE room = ?
                ORDER BY role = 'owner' DESC, role = 'moderator' DESC, joined_seq LIMIT 1
                """)
            .bind(room.number)
            .first(row -> new UserId(row.getString(1)));
    LoadedMember member = heir == null ? null : transaction.rooms().member(room, heir);
    if (member == null) {
      throw new IllegalStateException("There is nobody to hand the room on to");
    }
    append(room, by, null, new Fact.MemberChanged(member.user, Role.OWNER, null));
    transaction
        .query("UPDATE member SET role = 'owner' WHERE room = ? AND user = ?")
        .bind(room.number)
        .bind(member.user.value())
        .update();
    member.role = Role.OWNER;
    room.owners++;
  }

  /** What of the wanted description is not so yet; the rest is null. */
  public Fact.RoomUpdated difference(LoadedRoom room, Change.Describe wanted) throws SQLException {
    Fact.RoomUpdated update =
        transaction
            .query(
                """
                SELECT name, coalesce(alias, ''), coalesce(topic, ''), slow_mode, expire_seconds
                FROM room WHERE number = ?
                """)
            .bind(room.number)
            .first(row ->
                new Fact.RoomUpdated(
                    unless(row.getString(1), wanted.name()),
                    unless(row.getString(2), wanted.alias()),
                    unless(row.getString(3), wanted.topic()),
                    unless(row.getInt(4), wanted.slowModeSeconds()),
                    unless(row.getInt(5), wanted.expireSeconds())));
    return Objects.requireNonNull(update);
  }

  private static <T> @Nullable T unless(T now, @Nullable T wanted) {
    return now.equals(wanted) ? null : wanted;
  }

  /** Changes what the room is called. */
  public DurableEvent describe(LoadedRoom room, UserId by, MessageKey key, Fact.RoomUpdated update)
      throws SQLException {
    DurableEvent event = append(room, by, key, update);
    if (update.slowModeSeconds() != null) {
      room.slowModeSeconds = update.slowModeSeconds();
    }
    if (update.expireSeconds() != null) {
      room.expireSeconds = update.expireSeconds();
    }
    transaction
        .query(
            """
            UPDATE room SET
              name = coalesce(?1, name),
              folded_name = coalesce(?2, folded_name),
              alias = CASE WHEN CAST(?3 AS TEXT) IS NULL THEN alias ELSE nullif(?3, '') END,
              topic = CASE WHEN CAST(?4 AS TEXT) IS NULL THEN topic ELSE nullif(?4, '') END,
              slow_mode = ?5,
              expire_seconds = ?6
            WHERE number = ?7
            """)
        .bind(update.name())
        .bind(Folding.foldOrNull(update.name()))
        .bind(update.alias())
        .bind(update.topic())
        .bind(room.slowModeSeconds)
        .bind(room.expireSeconds)
        .bind(room.number)
        .update();
    return event;
  }

  /**
   * Refuses when the user is in as many rooms as one may be in.
   *
   * @param field the field of the command that names the room or the user
   */
  public void requirePlaceFor(UserId user, String field) throws SQLException {
    long rooms =
        transaction.query("SELECT count(*) FROM member WHERE user = ?").bind(user.value()).number();
    if (rooms >= Rooms.MAX_ROOMS_PER_USER) {
      throw RefusedException.conflict(
          field,
          "One can be in " + Rooms.MAX_ROOMS_PER_USER + " rooms at most: leave one of them first");
    }
  }

  /** Refuses an alias that another room has. */
  public void requireFreeAlias(String alias) throws SQLException {
    if (transaction.query("SELECT 1 FROM room WHERE alias = ?").bind(alias).exists()) {
      throw RefusedException.conflict("alias", "Another room has this alias: choose another");
    }
  }

  /** Whether there is such an account. */
  public boolean exists(UserId user) throws SQLException {
    return transaction.query("SELECT 1 FROM account WHERE id = ?").bind(user.value()).exists();
  }

  /** Adds an event to a room's log. What follows from it for others is their business. */
  public DurableEvent append(LoadedRoom room, UserId by, @Nullable MessageKey key, Fact fact)
      throws SQLException {
    return append(room, by, key, fact, transaction.now());
  }

  private DurableEvent append(
      LoadedRoom room, UserId by, @Nullable MessageKey key, Fact fact, Instant at)
      throws SQLException {
    DurableEvent event = new DurableEvent(room.id, room.head + 1, at, by, fact);
    Fact.MessagePosted message = fact instanceof Fact.MessagePosted posted ? posted : null;
    long messages = message == null ? room.messages : message.number();
    FactColumns columns = FactColumns.of(fact);
    Long target = columns.target();
    Instant end = columns.expiresAt();
    transaction
        .rows()
        .add(
            new EventRow(
                Place.of(room.number, event.seq()),
                at.toEpochMilli(),
                by.value(),
                key == null ? null : key.value(),
                fact.type().wireName(),
                messages,
                columns.text(),
                columns.data(),
                target == null ? null : (Long) Place.of(room.number, target),
                end == null ? null : (Long) end.toEpochMilli()));
    if (key != null) {
      transaction.keys().done(key, event);
    }
    room.head = event.seq();
    room.messages = messages;
    if (message != null) {
      room.newestMessage = event.seq();
      room.activeAt = at.toEpochMilli();
    }
    transaction.rooms().changed(room);
    transaction.announce(event);
    return event;
  }
}
