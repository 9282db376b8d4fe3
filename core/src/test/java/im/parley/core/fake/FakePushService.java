package im.parley.core.fake;

import im.parley.core.push.PushService;
import im.parley.core.push.PushTarget;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A push service that remembers what it was sent, and answers as it was told. */
public final class FakePushService implements PushService {

  private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
  private final Queue<Answer> answers = new ArrayDeque<>();

  /** What it was sent, and for which browser. */
  public record Sent(PushTarget target, Push push) {}

  @Override
  public String publicKey() {
    return "key";
  }

  @Override
  public void check(PushTarget target) {
    // Anything goes.
  }

  /** What it answers next, in turn; then it takes everything. */
  public synchronized void answer(Answer... next) {
    answers.addAll(List.of(next));
  }

  @Override
  public Answer send(PushTarget target, Push push) {
    sent.add(new Sent(target, push));
    return next();
  }

  private synchronized Answer next() {
    Answer next = answers.poll();
    return next == null ? new Answer.Taken() : next;
  }

  /** What it is sent next; waits for it. */
  public Sent take() throws InterruptedException {
    return sent.take();
  }

  /** How often it was sent something that was not asked for yet. */
  public int left() {
    return sent.size();
  }
}
