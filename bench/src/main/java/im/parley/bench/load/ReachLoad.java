package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Some say something in their first room at a rate, one after the other, whether the nodes keep up
 * or not. A latency counts from when its message was due, and apart for those who are at the
 * sender's node and for those who are at others.
 */
public final class ReachLoad implements Work {

  private static final long TICK_MICROS = 1_000;

  private final Fleet fleet;
  private final Spread spread;
  private final List<Client> senders;
  private final int messagesASecond;
  private final Letters letters = new Letters();
  private final long beginNanos = System.nanoTime();
  private final Map<Integer, Long> deliveries = new HashMap<>();
  private Reach reach = new Reach(new Latencies(), new Latencies());
  private final Future<?> ticks;

  /**
   * How long messages were on their way.
   *
   * @param near to those at the sender's node
   * @param far to those at other nodes
   */
  public record Reach(Latencies near, Latencies far) {}

  /** Begins at once. Called on the fleet's event loop. */
  public ReachLoad(Fleet fleet, Spread spread, Predicate<Member> sends, int messagesASecond) {
    this.fleet = fleet;
    this.spread = spread;
    this.senders = fleet.clients().stream().filter(client -> sends.test(client.member())).toList();
    this.messagesASecond = messagesASecond;
    this.ticks = fleet.every(TICK_MICROS, this::tick);
  }

  private void tick() {
    double elapsed = (System.nanoTime() - beginNanos) / 1e9;
    while (letters.count() < elapsed * messagesASecond) {
      long due = beginNanos + (long) (letters.count() * 1e9 / messagesASecond);
      Client sender = sender(letters.count());
      sender.send(letters.next(fleet.dialect(), sender.member().rooms().getFirst(), due));
    }
  }

  private Client sender(long number) {
    return senders.get((int) (number % senders.size()));
  }

  @Override
  public void delivered(Client client, ByteBuf in, int start, int length) {
    int node = spread.applyAsInt(client.member());
    deliveries.merge(node, 1L, Long::sum);
    OptionalLong number = letters.number(in.toString(start, length, StandardCharsets.UTF_8));
    if (number.isPresent()) {
      boolean near = spread.applyAsInt(sender(number.getAsLong()).member()) == node;
      (near ? reach.near() : reach.far()).add(letters.ageNanos(number.getAsLong()));
    }
  }

  /** Nothing more is said. Called on the event loop. */
  public void stop() {
    ticks.cancel(false);
  }

  /** How many deliveries there have been at the node of this port. Called on the event loop. */
  public long deliveries(int node) {
    return deliveries.getOrDefault(node, 0L);
  }

  /** The times since the last call. Called on the event loop. */
  public Reach takeReach() {
    Reach taken = reach;
    reach = new Reach(new Latencies(), new Latencies());
    return taken;
  }
}
