package im.parley.store.sql;

import static java.util.Objects.requireNonNull;

import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Mentions;
import im.parley.core.log.Outcome;
import im.parley.core.log.RoomLog;
import im.parley.core.log.Standing;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.view.FileInfo;
import im.parley.protocol.view.Forwarded;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts into a room's log what is said and what happens to it, and brings the rows that follow from
 * it up to date. The rules have allowed it.
 */
final class MessageWork {

  private final WriteTransaction transaction;
  private final Ledger ledger;
  private final MentionRows mentions;
  private final FileWork files;
  private final ReactionRows reactions;
  private final PollWork polls;
  private final LoadedRoom room;
  private final LoadedMember actor;
  private final Draft draft;

  MessageWork(WriteTransaction transaction, LoadedRoom room, LoadedMember actor, Draft draft) {
    this.transaction = transaction;
    this.ledger = new Ledger(transaction);
    this.mentions = new MentionRows(transaction);
    this.files = new FileWork(transaction);
    this.reactions = new ReactionRows(transaction);
    this.polls = new PollWork(transaction);
    this.room = room;
    this.actor = actor;
    this.draft = draft;
  }

  /** How a message of the room stands, for a draft of this user; null when there is no such. */
  static Standing.@Nullable Target target(
      WriteTransaction transaction, LoadedRoom room, Draft draft, long seq) throws SQLException {
    return transaction
        .query(
            """
            SELECT by, deleted, data ->> 'thread', data ->> 'forwarded',
              poll.options, poll.multiple, poll.closed
            FROM event LEFT JOIN poll ON poll.place = event.place
            WHERE event.place = ? AND type = 'message.posted'
            """)
        .bind(Place.nearest(room.number, seq))
        .first(row ->
            new Standing.Target(
                row.getString(1).equals(draft.by().value()),
                row.getLong(2) != 0,
                row.getString(3) != null,
                row.getString(4) != null,
                PollWork.voting(row, 5)));
  }

  Outcome post(Change.Post post) throws SQLException {
    Change.InThread thread = post.thread();
    List<FileInfo> attached = files.attachable(actor.user, post.attachments());
    List<String> mentioned = mentions.resolve(room, actor, post.mentions());
    Fact.MessagePosted posted =
        new Fact.MessagePosted(
            post.text(),
            room.messages + 1,
            draft.key(),
            post.replyTo(),
            thread == null ? null : (Long) thread.root(),
            (thread != null && thread.alsoInRoom()) ? true : null,
            mentioned,
            attached,
            null,
            post.poll(),
            null);
    DurableEvent event = ledger.post(room, actor, draft.key(), posted);
    if (attached != null) {
      files.attach(place(event.seq()), attached);
    }
    if (post.poll() != null) {
      polls.open(place(event.seq()), post.poll());
    }
    if (mentioned != null) {
      mentions.note(room, event.seq(), mentioned);
    }
    if (thread != null) {
      joinThread(thread.root(), event);
    }
    return new Outcome.Appended(event);
  }

  private void joinThread(long root, DurableEvent reply) throws SQLException {
    long rootPlace = Place.of(room.number, root);
    long place = Place.of(room.number, reply.seq());
    String users =
        transaction
            .query("SELECT users FROM thread WHERE root = ?")
            .bind(rootPlace)
            .first(row -> row.getString(1));
    transaction
        .query(
            """
            INSERT INTO thread (root, count, newest, users) VALUES (?1, 1, ?2, ?3)
            ON CONFLICT (root) DO UPDATE SET count = thread.count + 1, newest = ?2, users = ?3
            """)
        .bind(rootPlace)
        .bind(place)
        .bind(ThreadUsers.with(reply.by(), users == null ? "" : users))
        .update();
    transaction
        .query("INSERT INTO thread_reply (root, place) VALUES (?, ?)")
        .bind(rootPlace)
        .bind(place)
        .update();
  }

  /**
   * Says again what was said elsewhere; of a forward of a forward, the first writer stays named. A
   * poll stays where it is: votes are counted in one place.
   */
  Outcome forward(Change.Forward forward) throws SQLException {
    LoadedRoom source = transaction.rooms().seat(forward.source(), draft.by()).room();
    DurableEvent original =
        requireNonNull(
            transaction
                .query("SELECT " + Rows.EVENT + " FROM event WHERE place = ?")
                .bind(Place.of(source.number, forward.seq()))
                .first(row -> Rows.event(source.id, row)));
    Fact.MessagePosted said = (Fact.MessagePosted) original.data();
    Forwarded origin =
        said.forwarded() != null
            ? said.forwarded()
            : new Forwarded(original.room(), original.seq(), original.by(), original.at());
    Fact.MessagePosted posted =
        new Fact.MessagePosted(
            said.text(),
            room.messages + 1,
            draft.key(),
            null,
            null,
            null,
            null,
            said.attachments(),
            origin,
            null,
            null);
    DurableEvent event = ledger.post(room, actor, draft.key(), posted);
    if (said.attachments() != null) {
      files.attach(place(event.seq()), said.attachments());
    }
    return new Outcome.Appended(event);
  }

  Outcome change(Change.AboutMessage change) throws SQLException {
    return switch (change) {
      case Change.Edit(long target, String text, Mentions named) -> edit(target, text, named);
      case Change.Delete(long target) -> delete(target);
      case Change.React(long target, String emoji) -> react(target, emoji);
      case Change.Unreact(long target, String emoji) -> unreact(target, emoji);
      case Change.Vote(long target, List<Integer> options) -> vote(target, options);
      case Change.ClosePoll(long target) -> closePoll(target);
      case Change.Pin(long target) -> pin(target);
      case Change.Unpin(long target) -> unpin(target);
    };
  }

  private Outcome edit(long target, String text, Mentions named) throws SQLException {
    List<String> mentioned = mentions.resolve(room, actor, named);
    Outcome.Appended edited = append(new Fact.MessageEdited(target, text, mentioned));
    transaction
        .query("UPDATE event SET text = ?, edited_at = ?, mentions_now = ? WHERE place = ?")
        .bind(text)
        .bind(edited.event().at().toEpochMilli())
        .bind(MentionRows.json(mentioned))
        .bind(place(target))
        .update();
    return edited;
  }

  private Outcome delete(long target) throws SQLException {
    Outcome.Appended deleted = append(new Fact.MessageDeleted(target));
    new Erasure(transaction).takenBack(place(target));
    return deleted;
  }

  private Outcome react(long target, String emoji) throws SQLException {
    if (reactions.has(place(target), actor.user, emoji)) {
      return new Outcome.Unchanged();
    }
    reactions.requireRoomFor(place(target), emoji);
    Outcome.Appended added = append(new Fact.ReactionAdded(target, emoji));
    reactions.add(place(target), actor.user, emoji, added.event().seq());
    return added;
  }

  private Outcome unreact(long target, String emoji) throws SQLException {
    if (!reactions.has(place(target), actor.user, emoji)) {
      return new Outcome.Unchanged();
    }
    Outcome removed = append(new Fact.ReactionRemoved(target, emoji));
    reactions.remove(place(target), actor.user, emoji);
    return removed;
  }

  private Outcome vote(long target, List<Integer> options) throws SQLException {
    List<Integer> before = polls.vote(place(target), actor.user);
    if (options.equals(before)) {
      return new Outcome.Unchanged();
    }
    List<Integer> replaces = before.isEmpty() ? null : before;
    Outcome voted = append(new Fact.PollVoted(target, options, replaces));
    polls.replaceVote(place(target), actor.user, options);
    return voted;
  }

  private Outcome closePoll(long target) throws SQLException {
    Outcome closed = append(new Fact.PollClosed(target));
    polls.close(place(target));
    return closed;
  }

  private Outcome pin(long target) throws SQLException {
    if (isPinned(target)) {
      return new Outcome.Unchanged();
    }
    long pins =
        transaction
            .query("SELECT count(*) FROM pin WHERE place > ? AND place < ?")
            .bind(Place.start(room.number))
            .bind(Place.end(room.number))
            .number();
    if (pins >= RoomLog.MAX_PINS) {
      throw RefusedException.conflict(
          "target", "The room has " + RoomLog.MAX_PINS + " pins already: take one away first");
    }
    Outcome pinned = append(new Fact.MessagePinned(target));
    run("INSERT INTO pin (place) VALUES (?)", target);
    return pinned;
  }

  private Outcome unpin(long target) throws SQLException {
    if (!isPinned(target)) {
      return new Outcome.Unchanged();
    }
    Outcome unpinned = append(new Fact.MessageUnpinned(target));
    run("DELETE FROM pin WHERE place = ?", target);
    return unpinned;
  }

  private boolean isPinned(long target) throws SQLException {
    return transaction.query("SELECT 1 FROM pin WHERE place = ?").bind(place(target)).exists();
  }

  private Outcome.Appended append(Fact fact) throws SQLException {
    return new Outcome.Appended(ledger.append(room, actor.user, draft.key(), fact));
  }

  private void run(String sql, long target) throws SQLException {
    transaction.query(sql).bind(place(target)).update();
  }

  private long place(long target) {
    return Place.of(room.number, target);
  }
}
