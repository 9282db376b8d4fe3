package im.parley.core.fake;

import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A bus that remembers what it carried, and has nobody to bring it to. */
public final class RecordingBus implements Bus {

  private final List<DurableEvent> published = new CopyOnWriteArrayList<>();
  private final List<Signalled> signals = new CopyOnWriteArrayList<>();
  private final List<Told> notices = new CopyOnWriteArrayList<>();
  private final List<Ended> ended = new CopyOnWriteArrayList<>();

  @Override
  public void publish(List<DurableEvent> events) {
    published.addAll(events);
  }

  @Override
  public void signal(RoomId room, Signal signal) {
    signals.add(new Signalled(room, signal));
  }

  @Override
  public void tell(UserId user, Notice notice) {
    notices.add(new Told(user, notice));
  }

  @Override
  public void tellHere(UserId user, Notice notice) {
    tell(user, notice);
  }

  @Override
  public void end(UserId user, List<SessionId> sessions) {
    sessions.forEach(session -> ended.add(new Ended(user, session)));
  }

  /** Every durable event that was published, the oldest first. */
  public List<DurableEvent> published() {
    return published;
  }

  /** Every signal that was given, the oldest first. */
  public List<Signalled> signals() {
    return signals;
  }

  /** Every notice that a user was told, the oldest first. */
  public List<Told> notices() {
    return notices;
  }

  /** Every session that was ended, the first one first. */
  public List<Ended> ended() {
    return ended;
  }

  /** Forgets what it carried until now. */
  public void forget() {
    published.clear();
    signals.clear();
    notices.clear();
    ended.clear();
  }

  /** A signal, and the room that it went to. */
  public record Signalled(RoomId room, Signal signal) {}

  /** A notice, and the user who was told. */
  public record Told(UserId user, Notice notice) {}

  /** A session that was ended, and whose it was. */
  public record Ended(UserId user, SessionId session) {}
}
