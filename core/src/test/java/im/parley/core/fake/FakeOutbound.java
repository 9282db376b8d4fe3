package im.parley.core.fake;

import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressRefusedException;
import im.parley.core.outbound.Outbound;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A way out at whose end everything is remembered, and answered as was planned; else with 200. */
public final class FakeOutbound implements Outbound {

  private static final int UNHINDERED = 1_000;

  private final AddressGuard guard = new AddressGuard(AddressGuard.Reach.PUBLIC);
  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
  private final Deque<Integer> statuses = new ArrayDeque<>();
  private final Semaphore open = new Semaphore(UNHINDERED);
  private byte[] said = {};

  /** What every post is answered from now on, where it is answered with 200. */
  public synchronized void say(String body) {
    said = body.getBytes(StandardCharsets.UTF_8);
  }

  /** The next posts are answered so, one after the other; 0 for not at all. */
  public synchronized void plan(int... next) {
    for (int status : next) {
      statuses.add(status);
    }
  }

  /** No post is answered until {@link #letGo}. */
  public void hold() {
    open.drainPermits();
  }

  /** What was held is answered. */
  public void letGo() {
    open.release(UNHINDERED);
  }

  /** The next post, once it comes. */
  public Post take() throws InterruptedException {
    Post post = posts.poll(30, TimeUnit.SECONDS);
    if (post == null) {
      throw new AssertionError("Nothing was posted");
    }
    return post;
  }

  /** Whether there are posts that were not taken. */
  public boolean isEmpty() {
    return posts.isEmpty();
  }

  @Override
  public void check(URI url) throws AddressRefusedException {
    guard.resolve(url.getHost());
  }

  @Override
  public Answer post(Post post) throws IOException {
    Answer answer = heard(post);
    awaitRelease();
    if (answer.status() == 0) {
      throw new IOException("Connection refused");
    }
    return answer;
  }

  private void awaitRelease() throws IOException {
    try {
      // At first without waiting: what is not held is answered even to somebody called back.
      if (!open.tryAcquire() && !open.tryAcquire(10, TimeUnit.SECONDS)) {
        throw new IOException("Held for too long");
      }
      open.release();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The post was given up");
    }
  }

  /** What is planned for this post, before anybody can know of it. */
  private synchronized Answer heard(Post post) {
    Integer status = statuses.poll();
    posts.add(post);
    return new Answer(status == null ? 200 : status, said);
  }
}
