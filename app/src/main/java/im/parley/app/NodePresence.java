package im.parley.app;

import im.parley.core.alarm.Alarm;
import im.parley.core.alarm.VirtualAlarm;
import im.parley.core.presence.NodePresenceBoard;
import im.parley.core.presence.PresenceBoard;
import im.parley.core.presence.ThreadTimers;
import im.parley.store.sql.SqlStore;
import java.time.InstantSource;

/** The presence of this node's users, and the thread that watches the time for it. */
final class NodePresence implements AutoCloseable {

  private final ThreadTimers timers = new ThreadTimers();
  private final NodePresenceBoard board;

  NodePresence(SqlStore store, NodeCluster cluster) {
    this.board =
        new NodePresenceBoard(
            store.presence(), cluster.others(), cluster.bus(), timers, InstantSource.system());
    cluster.others().listen(board);
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
