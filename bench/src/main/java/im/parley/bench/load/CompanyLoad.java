package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;

/**
 * Things happen at a rate, whether the server keeps up or not: messages, typing, read marks, and
 * connections that break and come back. A latency counts from when its message was due.
 */
public final class CompanyLoad implements Work {

  private static final long TICK_MICROS = 1_000;

  private final Fleet fleet;
  private final Pace pace;
  private final Letters letters = new Letters();
  private final SplittableRandom chance = new SplittableRandom(7);
  private final long beginNanos = System.nanoTime();
  private long commands;
  private long typings;
  private long reads;
  private long reconnects;
  private long delivered;
  private final Future<?> ticks;

  /**
   * How much happens in a second.
   *
   * @param messages how many messages
   * @param typings how often somebody begins or goes on typing
   * @param reads how many read marks
   * @param reconnects how many connections break and come back
   */
  public record Pace(int messages, int typings, int reads, int reconnects) {}

  /** Begins at once. Called on the fleet's event loop. */
  public CompanyLoad(Fleet fleet, Pace pace) {
    this.fleet = fleet;
    this.pace = pace;
    this.ticks = fleet.every(TICK_MICROS, this::tick);
  }

  private void tick() {
    double elapsed = (System.nanoTime() - beginNanos) / 1e9;
    while (letters.count() < elapsed * pace.messages()) {
      long due = beginNanos + (long) (letters.count() * 1e9 / pace.messages());
      Client sender = anyone();
      sender.send(letters.next(fleet.dialect(), anyRoom(sender), due));
    }
    for (; typings < elapsed * pace.typings(); typings++) {
      Client client = anyone();
      sendIfKnown(client, fleet.dialect().typing(number(), anyRoom(client)));
    }
    for (; reads < elapsed * pace.reads(); reads++) {
      Client client = anyone();
      sendIfKnown(client, fleet.dialect().read(number(), anyRoom(client), 1));
    }
    for (; reconnects < elapsed * pace.reconnects(); reconnects++) {
      fleet.reconnect(anyone(), Resume.NOTHING);
    }
  }

  /** Numbers of their own: those of messages tell when they were said. */
  private long number() {
    return (1L << 32) + commands++;
  }

  private Client anyone() {
    List<Client> clients = fleet.clients();
    return clients.get(chance.nextInt(clients.size()));
  }

  private String anyRoom(Client client) {
    List<String> rooms = client.member().rooms();
    return rooms.get(chance.nextInt(rooms.size()));
  }

  private static void sendIfKnown(Client client, String command) {
    if (!command.isEmpty()) {
      client.send(command);
    }
  }

  @Override
  public void delivered(Client client, ByteBuf in, int start, int length) {
    delivered++;
    letters.arrivedUnordered(in, start, length);
  }

  /** Nothing more happens. Called on the event loop. */
  public void stop() {
    ticks.cancel(false);
  }

  /** How many deliveries there have been. Called on the event loop. */
  public long deliveries() {
    return delivered;
  }

  /** The times from when a message was due to each delivery, since the last call. */
  public Latencies takeLatencies() {
    return letters.takeLatencies();
  }
}
