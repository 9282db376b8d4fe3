package im.parley.cluster.redis;

import im.parley.protocol.id.SessionId;
import im.parley.protocol.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Has every node end sessions that are no more, and waits for each: those that hear of it answer,
 * and one that cannot be heard knows within {@link #BOUND} that it is alone, and looks for itself
 * before it delivers anything.
 */
final class Endings {

  /** Longer than a node takes to notice that it is alone. */
  static final Duration BOUND = Nodes.SILENCE.plus(Nodes.BEAT.multipliedBy(2));

  private final RedisLink link;
  private final Nodes nodes;
  private final String self;
  private final AtomicLong requests = new AtomicLong();
  private final ConcurrentHashMap<Long, Answers> awaited = new ConcurrentHashMap<>();

  Endings(RedisLink link, Nodes nodes, String self) {
    this.link = link;
    this.nodes = nodes;
    this.self = self;
  }

  /**
   * Has the others end these sessions, and waits.
   *
   * @return whether they are over everywhere: not if nobody could be told
   */
  boolean end(UserId user, List<SessionId> sessions) {
    long until = System.nanoTime() + BOUND.toNanos();
    long request = requests.incrementAndGet();
    Answers answers = new Answers();
    awaited.put(request, answers);
    try {
      Envelope ended = new Envelope(self, new Message.Ended(user, sessions, request));
      link.ask(Channels.of(user), ended.write()).thenAccept(answers::expect);
      await(answers.complete, until);
      if (!nodes.hearsAll() || !link.isSettled()) {
        await(new CompletableFuture<>(), until);
      }
      return answers.wereAsked();
    } finally {
      awaited.remove(request);
    }
  }

  private static void await(CompletableFuture<Void> done, long until) {
    try {
      done.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // By now whoever did not hear it has looked.
    } catch (ExecutionException e) {
      throw new IllegalStateException("It cannot fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** They are over on a node. */
  void endedOn(long request) {
    Answers answers = awaited.get(request);
    if (answers != null) {
      answers.count();
    }
  }

  /** How many nodes have answered, and how many will. */
  private static final class Answers {

    final CompletableFuture<Void> complete = new CompletableFuture<>();
    private long expected = Long.MAX_VALUE;
    private long counted;

    synchronized void expect(long nodes) {
      expected = nodes;
      check();
    }

    /** Whether Redis has said how many heard the question, and they were all. */
    synchronized boolean wereAsked() {
      return expected != Long.MAX_VALUE;
    }

    synchronized void count() {
      counted++;
      check();
    }

    private void check() {
      if (counted >= expected) {
        complete.complete(null);
      }
    }
  }
}
