package im.parley.app;

import im.parley.core.live.Bus;
import im.parley.core.presence.LocalPresenceBoard;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.presence.ThreadTimers;
import im.parley.core.schedule.Alarm;
import im.parley.core.schedule.VirtualAlarm;
import im.parley.store.sql.SqlStore;
import java.time.InstantSource;

/** The presence of this node's users, and the thread that watches the time for it. */
final class NodePresence implements AutoCloseable {

  private final ThreadTimers timers = new ThreadTimers();
  private final LocalPresenceBoard board;

  NodePresence(SqlStore store, Bus bus) {
    this.board = new LocalPresenceBoard(store.presence(), bus, timers, InstantSource.system());
  }

  PresenceBoard board() {
    return board;
  }

  /** The same thread, for what waits when its time has come. */
  Alarm alarm() {
    return new VirtualAlarm(timers);
  }

  /** Keeps what is to be kept; the store must still be open. */
  @Override
  public void close() {
    timers.close();
    board.close();
  }
}
