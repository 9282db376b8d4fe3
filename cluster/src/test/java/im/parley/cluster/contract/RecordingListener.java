package im.parley.cluster.contract;

import im.parley.core.live.NodeListener;
import im.parley.core.live.Notice;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Signal;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A node's listener that remembers; the test awaits what it expects. */
public final class RecordingListener implements NodeListener {

  private static final long PATIENCE_SECONDS = 30;
  private static final long AGAIN_MS = 100;

  /** The durable events that came, in the order in which they came. */
  public final BlockingQueue<DurableEvent> events = new LinkedBlockingQueue<>();

  /** Everything else that came. */
  public final BlockingQueue<Object> news = new LinkedBlockingQueue<>();

  /** When conversations that end are over. */
  public volatile CompletableFuture<Void> over = CompletableFuture.completedFuture(null);

  private final List<List<SessionId>> ended = new CopyOnWriteArrayList<>();

  /** That this node was told it is alone. */
  public record Alone() {}

  /** That it was told it no longer is. */
  public record Reunited() {}

  /** A signal in a room. */
  public record Signalled(RoomId room, Signal signal) {}

  /** A notice to a user. */
  public record Told(UserId user, Notice notice) {}

  @Override
  public void events(List<DurableEvent> some) {
    events.addAll(some);
  }

  @Override
  public void signal(RoomId room, Signal signal) {
    news.add(new Signalled(room, signal));
  }

  @Override
  public void notice(UserId user, Notice notice) {
    news.add(new Told(user, notice));
  }

  @Override
  public CompletableFuture<Void> ended(UserId user, List<SessionId> sessions) {
    ended.add(sessions);
    return over;
  }

  /** Forgets what came until now, except for events. */
  public void forget() {
    news.clear();
    ended.clear();
  }

  /** What was ended, call by call. */
  public List<List<SessionId>> ended() {
    return ended;
  }

  @Override
  public void alone() {
    news.add(new Alone());
  }

  @Override
  public void reunited() {
    news.add(new Reunited());
  }

  /** The next event. */
  public DurableEvent nextEvent() throws InterruptedException {
    return next(events);
  }

  /** The next of everything else. */
  public Object nextNews() throws InterruptedException {
    return next(news);
  }

  /** Waits until this has come, whatever comes before it. */
  public void awaitNews(Object wanted) throws InterruptedException {
    Object came = nextNews();
    while (!came.equals(wanted)) {
      came = nextNews();
    }
  }

  /** Does something again and again until this has come, whatever comes before it. */
  public void awaitNews(Object wanted, Runnable cause) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Object came = null;
    while (!wanted.equals(came)) {
      if (System.nanoTime() > until) {
        throw new AssertionError(wanted + " did not come within " + PATIENCE_SECONDS + " s");
      }
      cause.run();
      came = news.poll(AGAIN_MS, TimeUnit.MILLISECONDS);
    }
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing came within " + PATIENCE_SECONDS + " s");
    }
    return next;
  }
}
