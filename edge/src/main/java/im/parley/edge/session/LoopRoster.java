package im.parley.edge.session;

import im.parley.core.live.LiveConfig;
import im.parley.protocol.error.CloseCode;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Every connection of one event loop. One sweep looks after all their times, so that a connection
 * needs no timer of its own. Confined to the loop, except {@link #forEach} and {@link #empty}.
 */
final class LoopRoster {

  private final EventLoop loop;
  private final LiveConfig config;
  private final List<LiveSession> sessions = new ArrayList<>();
  private final List<CompletableFuture<Void>> awaitingEmpty = new ArrayList<>(0);

  LoopRoster(EventLoop loop, LiveConfig config) {
    this.loop = loop;
    this.config = config;
    long sweep = sweepNanos(config);
    var _ = loop.scheduleWithFixedDelay(this::sweep, sweep, sweep, TimeUnit.NANOSECONDS);
  }

  void add(LiveSession session) {
    session.rosterIndex = sessions.size();
    session.pingedNanos = System.nanoTime();
    sessions.add(session);
  }

  void remove(LiveSession session) {
    LiveSession last = sessions.removeLast();
    if (last != session) {
      sessions.set(session.rosterIndex, last);
      last.rosterIndex = session.rosterIndex;
    }
    tellIfEmpty();
  }

  void forEach(Consumer<LiveSession> action) {
    loop.execute(() -> List.copyOf(sessions).forEach(action));
  }

  /** Completes when nobody is here. */
  CompletableFuture<Void> empty() {
    CompletableFuture<Void> empty = new CompletableFuture<>();
    loop.execute(() -> {
      awaitingEmpty.add(empty);
      tellIfEmpty();
    });
    return empty;
  }

  private void tellIfEmpty() {
    if (sessions.isEmpty()) {
      awaitingEmpty.forEach(empty -> empty.complete(null));
      awaitingEmpty.clear();
    }
  }

  /** Often enough that no limit is passed by more than a tenth. */
  private static long sweepNanos(LiveConfig config) {
    return Math.min(config.hello().toNanos(), config.heartbeat().toNanos()) / 10;
  }

  private void sweep() {
    long now = System.nanoTime();
    // Backwards: a session that closes at once takes the last one into its place.
    for (int i = sessions.size() - 1; i >= 0; i--) {
      lookAfter(sessions.get(i), now);
    }
  }

  private void lookAfter(LiveSession session, long now) {
    if (!session.hasSaidHello() && now - session.openedNanos() > config.hello().toNanos()) {
      session.close(CloseCode.NO_HELLO);
    } else if (now - session.pingedNanos >= config.heartbeat().toNanos()) {
      pingOrClose(session, now);
    }
  }

  /** Only who was asked for a sign of life, and had a heartbeat's time to give it, is silent. */
  private void pingOrClose(LiveSession session, long now) {
    long lastHeard = session.connection().lastHeardNanos();
    boolean asked = session.pingedNanos - lastHeard > 0;
    if (asked && now - lastHeard >= 2 * config.heartbeat().toNanos()) {
      session.close(CloseCode.SILENT);
    } else {
      session.pingedNanos = now;
      session.connection().ping();
    }
  }
}
