package im.parley.core.fake;

import im.parley.core.log.Change;
import im.parley.core.log.Draft;
import im.parley.core.log.Mentions;
import im.parley.core.log.RoomRules;
import im.parley.core.schedule.Schedule;
import im.parley.protocol.command.SendMessage;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Scheduled;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is to be said later in an {@link InMemoryChat}. It leaves the files alone. */
final class InMemorySchedule implements Schedule {

  private final InMemoryChat chat;
  private final TreeMap<Long, Row> rows = new TreeMap<>();
  private long lastId;

  private record Row(Scheduled scheduled, UserId user, Instant dueAt, int tries, boolean sending) {

    boolean waits() {
      return scheduled.failure() == null;
    }
  }

  InMemorySchedule(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Kept keep(UserId user, SendMessage message, Instant sendAt) {
    synchronized (chat) {
      for (Row row : rows.values()) {
        if (row.user().equals(user) && row.scheduled().key().equals(message.key())) {
          if (!row.scheduled().room().equals(message.room())) {
            throw Schedule.usedAlready();
          }
          return new Kept(row.scheduled(), true);
        }
      }
      if (chat.did(user, message.key())) {
        throw Schedule.usedAlready();
      }
      Schedule.requireTime(sendAt, chat.now());
      requirePlan(user, message);
      makePlace(user);
      Scheduled scheduled = scheduled(++lastId, message, sendAt);
      rows.put(lastId, new Row(scheduled, user, sendAt, 0, false));
      return new Kept(scheduled, false);
    }
  }

  private void requirePlan(UserId user, SendMessage message) {
    FakeRoom room = chat.require(message.room());
    Change.Post post =
        new Change.Post(
            message.text(),
            Mentions.NONE,
            message.replyTo(),
            message.thread() == null ? null : new Change.InThread(message.thread(), false));
    Draft draft = new Draft(message.room(), user, message.key(), post);
    RoomRules.plan(post, room.standing(draft, room, _ -> true, chat.now()));
  }

  private void makePlace(UserId user) {
    List<Scheduled> kept = of(user);
    if (kept.size() >= MAX_PER_USER) {
      Scheduled oldest =
          kept.stream()
              .filter(it -> it.failure() != null)
              .findFirst()
              .orElseThrow(Schedule::tooMany);
      rows.remove(oldest.id());
    }
  }

  private static Scheduled scheduled(long id, SendMessage message, Instant sendAt) {
    return new Scheduled(
        id,
        message.room(),
        message.key(),
        message.text(),
        message.replyTo(),
        message.thread(),
        message.alsoInRoom(),
        message.attachments(),
        sendAt,
        null);
  }

  @Override
  public List<Scheduled> of(UserId user) {
    synchronized (chat) {
      return rows.values().stream()
          .filter(row -> row.user().equals(user))
          .map(Row::scheduled)
          .sorted(Comparator.comparing(Scheduled::sendAt).thenComparingLong(Scheduled::id))
          .toList();
    }
  }

  @Override
  public void cancel(UserId user, long id) {
    synchronized (chat) {
      Row row = rows.get(id);
      if (row == null || row.sending() || !row.user().equals(user)) {
        throw Schedule.unknown();
      }
      rows.remove(id);
    }
  }

  private Stream<Row> waiting() {
    return rows.values().stream()
        .filter(Row::waits)
        .sorted(Comparator.comparing(Row::dueAt).thenComparingLong(row -> row.scheduled().id()));
  }

  @Override
  public Optional<Instant> next() {
    synchronized (chat) {
      return waiting().map(Row::dueAt).findFirst();
    }
  }

  @Override
  public List<Due> take(Instant now, int limit) {
    synchronized (chat) {
      List<Row> due = waiting().filter(row -> !row.dueAt().isAfter(now)).limit(limit).toList();
      due.forEach(row -> put(new Row(row.scheduled(), row.user(), row.dueAt(), row.tries(), true)));
      return due.stream().map(row -> new Due(row.scheduled(), row.user(), row.tries())).toList();
    }
  }

  private void put(Row row) {
    rows.put(row.scheduled().id(), row);
  }

  @Override
  public void settle(List<Settlement> settlements) {
    synchronized (chat) {
      settlements.forEach(this::settle);
    }
  }

  private void settle(Settlement settlement) {
    Row row = rows.get(settlement.id());
    if (row == null) {
      return;
    }
    switch (settlement) {
      case Settlement.Sent(long id) -> rows.remove(id);
      case Settlement.Failed(_, var failure) ->
          put(
              new Row(
                  row.scheduled().failed(failure), row.user(), row.dueAt(), row.tries(), false));
      case Settlement.Postponed(_, Instant until) ->
          put(new Row(row.scheduled(), row.user(), until, row.tries() + 1, false));
    }
  }
}
