package im.parley.bench.load;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some clients say something, each again as soon as it was acknowledged, in their first room. */
public final class TurnLoad implements Work {

  private final Fleet fleet;
  private final List<Client> senders;
  private final Letters letters = new Letters();
  private final Map<Client, Long> saidNanos = new HashMap<>();
  private Latencies latencies = new Latencies();
  private long acknowledged;
  private boolean stopping;

  /** For the first so many clients. Called on the fleet's event loop. */
  public TurnLoad(Fleet fleet, int senders) {
    this.fleet = fleet;
    this.senders = List.copyOf(fleet.clients().subList(0, senders));
  }

  /** Begins. Called on the event loop. */
  public void start() {
    senders.forEach(this::say);
  }

  private void say(Client client) {
    long now = System.nanoTime();
    saidNanos.put(client, now);
    client.send(letters.next(fleet.dialect(), client.member().rooms().getFirst(), now));
  }

  @Override
  public void acknowledged(Client client) {
    acknowledged++;
    latencies.add(System.nanoTime() - saidNanos.getOrDefault(client, 0L));
    if (!stopping) {
      say(client);
    }
  }

  /** Lets what is on its way be the last. Called on the event loop. */
  public void stop() {
    stopping = true;
  }

  /** Whether everything was acknowledged. Called on the event loop. */
  public boolean isQuiet() {
    return acknowledged == letters.count();
  }

  /** How many were acknowledged. Called on the event loop. */
  public long acknowledged() {
    return acknowledged;
  }

  /** The times from saying to acknowledgement since the last call. Called on the event loop. */
  public Latencies takeLatencies() {
    Latencies taken = latencies;
    latencies = new Latencies();
    return taken;
  }
}
