package im.parley.store.sql;

import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Outcome;
import im.parley.core.log.Restraints;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Keeps a room in order, within a transaction: roles, mutes, bans, the archive. */
final class MemberWork {

  private final WriteTransaction transaction;
  private final Ledger ledger;

  MemberWork(WriteTransaction transaction, Ledger ledger) {
    this.transaction = transaction;
    this.ledger = ledger;
  }

  /**
   * What restrains the people of a draft.
   *
   * @param about whom the draft is about: its sender, when about nobody else
   */
  Restraints restraints(
      LoadedRoom room, UserId about, @Nullable LoadedMember actor, @Nullable LoadedMember subject)
      throws SQLException {
    return new Restraints(
        transaction.now(),
        room.archived,
        // Whoever is in the room is not banned: most drafts need not look.
        !about.equals(actor == null ? null : actor.user) && isBanned(room, about),
        new Restraints.Mutes(mutedUntil(actor), mutedUntil(subject)),
        Duration.ofSeconds(room.slowModeSeconds),
        actor == null || actor.postedAt == 0 ? null : Instant.ofEpochMilli(actor.postedAt));
  }

  private static Instant mutedUntil(@Nullable LoadedMember member) {
    return member == null ? Instant.EPOCH : Instant.ofEpochMilli(member.mutedUntil);
  }

  private boolean isBanned(LoadedRoom room, UserId user) throws SQLException {
    return transaction
        .query("SELECT 1 FROM ban WHERE room = ? AND user = ?")
        .bind(room.number)
        .bind(user.value())
        .exists();
  }

  /** Gives a member another role, or silences them. The fact tells only what is new. */
  DurableEvent regulate(LoadedRoom room, LoadedMember member, Draft draft, Change.Regulate wanted)
      throws SQLException {
    Role role = wanted.role() == member.role ? null : wanted.role();
    Instant until = wanted.mutedUntil();
    Fact fact = new Fact.MemberChanged(member.user, role, until);
    DurableEvent event = ledger.append(room, draft.by(), draft.key(), fact);
    if (role != null) {
      room.owners += (role == Role.OWNER ? 1 : 0) - (member.role == Role.OWNER ? 1 : 0);
      member.role = role;
    }
    if (until != null) {
      member.mutedUntil = until.toEpochMilli();
    }
    transaction
        .query("UPDATE member SET role = ?, muted_until = ? WHERE room = ? AND user = ?")
        .bind(member.role.wireName())
        .bind(member.mutedUntil)
        .bind(room.number)
        .bind(member.user.value())
        .update();
    return event;
  }

  /** Takes someone out, if they are in, and keeps them out. */
  Outcome ban(LoadedRoom room, @Nullable LoadedMember member, Draft draft, UserId user)
      throws SQLException {
    transaction
        .query("INSERT INTO ban (room, user, by, at) VALUES (?, ?, ?, ?)")
        .bind(room.number)
        .bind(user.value())
        .bind(draft.by().value())
        .bind(transaction.now().toEpochMilli())
        .update();
    if (member == null) {
      return new Outcome.Unchanged();
    }
    keep(room, member);
    return new Outcome.Appended(
        ledger.letGo(room, member, LeaveReason.BANNED, draft.by(), draft.key()));
  }

  /** Lets someone come back. */
  Outcome unban(LoadedRoom room, UserId user) throws SQLException {
    transaction
        .query("DELETE FROM ban WHERE room = ? AND user = ?")
        .bind(room.number)
        .bind(user.value())
        .update();
    return new Outcome.Unchanged();
  }

  /** Remembers what somebody who goes would find again: leaving ends no mute and no slow mode. */
  void keep(LoadedRoom room, LoadedMember member) throws SQLException {
    long now = transaction.now().toEpochMilli();
    boolean slowed = member.postedAt + 1000 * room.slowModeSeconds > now;
    if (member.mutedUntil > now || slowed) {
      transaction
          .query(
              """
              INSERT INTO departed (room, user, muted_until, posted_at) VALUES (?1, ?2, ?3, ?4)
              ON CONFLICT (room, user) DO UPDATE SET muted_until = ?3, posted_at = ?4
              """)
          .bind(room.number)
          .bind(member.user.value())
          .bind(member.mutedUntil)
          .bind(member.postedAt)
          .update();
    }
  }

  /** Gives somebody who came back what was kept of them. Their row is not in hand yet. */
  void restore(LoadedRoom room, UserId user) throws SQLException {
    int kept =
        transaction
            .query(
                """
                UPDATE member SET (muted_until, posted_at) =
                  (SELECT muted_until, posted_at FROM departed WHERE room = ?1 AND user = ?2)
                WHERE room = ?1 AND user = ?2
                  AND EXISTS (SELECT 1 FROM departed WHERE room = ?1 AND user = ?2)
                """)
            .bind(room.number)
            .bind(user.value())
            .update();
    if (kept > 0) {
      transaction
          .query("DELETE FROM departed WHERE room = ? AND user = ?")
          .bind(room.number)
          .bind(user.value())
          .update();
    }
  }

  /** Closes the room for good. */
  DurableEvent archive(LoadedRoom room, Draft draft) throws SQLException {
    DurableEvent event = ledger.append(room, draft.by(), draft.key(), new Fact.RoomArchived());
    transaction
        .query("UPDATE room SET archived_at = ? WHERE number = ?")
        .bind(event.at().toEpochMilli())
        .bind(room.number)
        .update();
    room.archived = true;
    return event;
  }
}
