package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps a number of messages in flight in one room: one is in flight until all have got it. One
 * client in {@value #WATCH_EVERY} is watched for order and latency.
 */
public final class WindowLoad implements Work {

  private static final int WATCH_EVERY = 64;

  /** More than this many unanswered commands on one connection are refused. */
  private static final int SENDERS = 8;

  private final Fleet fleet;
  private final Letters letters = new Letters();
  private final Set<Client> watched = new HashSet<>();
  private final List<Client> senders;
  private final int receivers;
  private int inFlight;
  private long delivered;

  /** For a fleet whose members are all in one room. Called on its event loop. */
  public WindowLoad(Fleet fleet) {
    this.fleet = fleet;
    this.receivers = fleet.clients().size();
    this.senders = List.copyOf(fleet.clients().subList(0, Math.min(SENDERS, receivers)));
    for (int i = 0; i < receivers; i += WATCH_EVERY) {
      watched.add(fleet.clients().get(i));
    }
  }

  /** Keeps so many in flight from now on; 0 lets them run out. Called on the event loop. */
  public void keep(int messages) {
    inFlight = messages;
    turnEnded();
  }

  @Override
  public void delivered(Client client, ByteBuf in, int start, int length) {
    delivered++;
    if (watched.contains(client)) {
      letters.arrived(client, in, start, length);
    }
  }

  @Override
  public void turnEnded() {
    while (letters.count() - delivered / receivers < inFlight) {
      Client sender = senders.get((int) (letters.count() % senders.size()));
      String room = sender.member().rooms().getFirst();
      sender.send(letters.next(fleet.dialect(), room, System.nanoTime()));
    }
  }

  /** How many deliveries there have been. Called on the event loop. */
  public long deliveries() {
    return delivered;
  }

  /** Whether everyone has got everything. Called on the event loop. */
  public boolean isQuiet() {
    return delivered == letters.count() * receivers;
  }

  /** The times from sending to getting since the last call. Called on the event loop. */
  public Latencies takeLatencies() {
    return letters.takeLatencies();
  }
}
