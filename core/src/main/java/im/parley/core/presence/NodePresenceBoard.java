package im.parley.core.presence;

import im.parley.core.dispatch.Line;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Presence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The board of a node, which hears from others who is there. Everything about one person happens
 * under that person's entry of the map, so that those who are told hear it in order; nothing that
 * waits happens there. The choices of one person are kept one after the other, so that memory and
 * store have the same last one. A timer runs only for those who have just left, who are watched, or
 * whose choice ends.
 */
public final class NodePresenceBoard implements PresenceBoard, OtherNodes.Listener, AutoCloseable {

  /** People who share a lock wait for each other's choices; a choice takes a millisecond. */
  private static final int LOCKS = 64;

  private final PresenceRecords records;
  private final OtherNodes others;
  private final Bus bus;
  private final Timers timers;
  private final InstantSource clock;
  private final ConcurrentHashMap<UserId, Person> people = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<Line, Set<UserId>> lists = new ConcurrentHashMap<>();
  private final List<ReentrantLock> choosing =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  /**
   * With nobody here yet.
   *
   * @param others where people are who are not here
   * @param bus the way to a person's own sessions
   */
  public NodePresenceBoard(
      PresenceRecords records, OtherNodes others, Bus bus, Timers timers, InstantSource clock) {
    this.records = records;
    this.others = others;
    this.bus = bus;
    this.timers = timers;
    this.clock = clock;
  }

  @Override
  public void here(UserId user) {
    meet(user, Person::came);
    others.here(user, clock.instant());
  }

  @Override
  public void gone(UserId user) {
    change(user, Person::left);
    others.gone(user, clock.instant());
  }

  @Override
  public void active(UserId user) {
    Person person = people.get(user);
    if (person == null) {
      return;
    }
    Instant now = clock.instant();
    if (person.wake(now)) {
      change(user, (_, _) -> {});
    }
    if (person.isWorthSaying(now)) {
      others.here(user, now);
    }
  }

  @Override
  public void thereElsewhere(UserId user, Instant activeAt) {
    change(user, (person, now) -> person.cameElsewhere(activeAt, now));
  }

  @Override
  public void goneElsewhere(UserId user, Instant since) {
    change(user, (person, _) -> person.leftElsewhere(since));
  }

  @Override
  public void choseElsewhere(UserId user, PresenceRecord kept) {
    change(user, (person, _) -> person.keep(kept));
  }

  @Override
  public void sayAgain() {
    people.forEach((user, person) -> person.usedHere().ifPresent(at -> others.here(user, at)));
  }

  @Override
  public Liveness liveness(UserId user) {
    Instant now = clock.instant();
    Person person = people.get(user);
    return person == null
        ? others.activeAt(user).map(at -> Person.liveness(at, now)).orElse(Liveness.ABSENT)
        : person.liveness(now);
  }

  @Override
  public void choose(UserId user, Chosen chosen) {
    ReentrantLock lock = choosing.get(Math.floorMod(user.hashCode(), LOCKS));
    lock.lock();
    try {
      PresenceRecord kept = records.choose(user, chosen);
      meet(user, (person, _) -> person.keep(kept));
      others.chose(user, kept);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Presence> watch(UserId watcher, Line line, List<UserId> users) {
    Set<UserId> list = new LinkedHashSet<>(users);
    list.remove(watcher);
    Set<UserId> before = lists.put(line, list);
    if (before != null) {
      before.stream().filter(user -> !list.contains(user)).forEach(user -> drop(line, user));
    }
    list.forEach(user -> meet(user, (person, _) -> person.watch(line)));
    try {
      return look(watcher, line, new LinkedHashSet<>(users));
    } finally {
      // A line that closed meanwhile may have been let go of too early.
      if (!line.isOpen()) {
        lists.remove(line);
        list.forEach(user -> drop(line, user));
      }
    }
  }

  /** Reads what is kept only when the line is told of changes, so that none is lost in between. */
  private List<Presence> look(UserId watcher, Line line, Set<UserId> users) {
    Map<UserId, PresenceRecord> kept = records.find(users);
    List<Presence> presences = new ArrayList<>();
    for (UserId user : users) {
      PresenceRecord record = kept.get(user);
      if (record == null) {
        drop(line, user);
      } else if (user.equals(watcher)) {
        presences.add(seenByThemselves(user, record.chosen().at(clock.instant())));
        change(user, (person, now) -> person.learn(record, now));
      } else {
        change(
            user,
            (person, now) -> {
              person.learn(record, now);
              presences.add(person.seenByOthers(person.recordOr(record), now));
            });
      }
    }
    return presences;
  }

  private static Presence seenByThemselves(UserId user, Chosen chosen) {
    return new Presence(user, chosen.state(), chosen.text(), chosen.emoji(), null);
  }

  @Override
  public void unwatch(Line line) {
    Set<UserId> list = lists.remove(line);
    if (list != null) {
      list.forEach(user -> drop(line, user));
    }
  }

  private void drop(Line line, UserId user) {
    change(user, (person, _) -> person.watchers.remove(line));
  }

  /** Changes somebody, who may be new here. */
  private void meet(UserId user, BiConsumer<Person, Instant> change) {
    people.compute(user, (_, person) -> settle(person == null ? stranger(user) : person, change));
  }

  private Person stranger(UserId user) {
    others.follow(user);
    return new Person(user);
  }

  /** Changes somebody, if they are remembered. */
  private void change(UserId user, BiConsumer<Person, Instant> change) {
    people.computeIfPresent(user, (_, person) -> settle(person, change));
  }

  /** Changes somebody, and sees to what follows; null when there is nothing to remember. */
  private @Nullable Person settle(Person person, BiConsumer<Person, Instant> change) {
    Instant now = clock.instant();
    change.accept(person, now);
    person.departure(now).ifPresent(at -> records.seen(person.user, at));
    person.news(now).ifPresent(presence -> tellWatchers(person, presence));
    person.ownNews(now).ifPresent(chosen -> tellThemselves(person, chosen));
    setAlarm(person, now);
    if (person.matters()) {
      return person;
    }
    others.leave(person.user);
    return null;
  }

  private static void tellWatchers(Person person, Presence presence) {
    SignalEvent event = changed(presence);
    person.watchers.forEach(line -> line.say(event));
  }

  private void tellThemselves(Person person, Chosen chosen) {
    bus.tellHere(person.user, new Notice.Told(changed(seenByThemselves(person.user, chosen))));
  }

  private static SignalEvent changed(Presence presence) {
    return new SignalEvent(
        null,
        new Signal.PresenceChanged(
            presence.user(),
            presence.state(),
            presence.text(),
            presence.emoji(),
            presence.lastSeen()));
  }

  /** Later alarms are not called off: when they ring they are no longer the person's own. */
  private void setAlarm(Person person, Instant now) {
    Instant next = person.nextChange(now);
    if (next.isBefore(person.alarm)) {
      person.alarm = next;
      timers.after(Duration.between(now, next), () -> ring(person.user, next));
    }
  }

  private void ring(UserId user, Instant alarm) {
    change(
        user,
        (person, _) -> {
          if (person.alarm.equals(alarm)) {
            person.alarm = Instant.MAX;
          }
        });
  }

  /** How many people are remembered. */
  int remembered() {
    return people.size();
  }

  /** Keeps when those who are here were last seen. */
  @Override
  public void close() {
    Instant now = clock.instant();
    people
        .values()
        .forEach(person -> person.seen(now).ifPresent(at -> records.seen(person.user, at)));
  }
}
