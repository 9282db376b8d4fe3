package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Learns how far all rooms have come, and counts what those get who come back. */
public final class StormLoad implements Work {

  private static final Pattern HEAD =
      Pattern.compile("\"id\":\"([^\"]+)\",\"kind\":[^}]*?\"head\":(\\d+)");
  private static final String TEXT = "While you were away: " + "x".repeat(180);

  private static final int AT_ONCE = 128;

  private final ArrayDeque<Runnable> unsaid = new ArrayDeque<>();
  private final Map<String, Long> heads = new HashMap<>();
  private long delivered;
  private long synced;
  private long said;
  private long acknowledged;

  /** A client was welcomed; the server may say how far its rooms have come. */
  public void welcomed(Client client, String welcome) {
    boolean news = client.member().rooms().stream().anyMatch(room -> !heads.containsKey(room));
    if (news) {
      client.member().rooms().forEach(room -> heads.putIfAbsent(room, 0L));
      Matcher matcher = HEAD.matcher(welcome);
      while (matcher.find()) {
        heads.put(matcher.group(1), Long.parseLong(matcher.group(2)));
      }
    }
  }

  /** How far the clients of this member had come. */
  public Resume resume(Member member) {
    Map<String, Long> seqs = new HashMap<>();
    member.rooms().forEach(room -> seqs.put(room, heads.getOrDefault(room, 0L)));
    return new Resume(seqs);
  }

  /** Everybody has got so many more messages of each room. */
  public void advance(int each) {
    heads.replaceAll((_, seq) -> seq + each);
  }

  /**
   * Says one thing in every room that these clients are in, not all at once. Called on the fleet's
   * event loop.
   */
  public void sayOnce(Fleet fleet) {
    Map<String, Client> speakers = new HashMap<>();
    for (Client client : fleet.clients()) {
      client.member().rooms().forEach(room -> speakers.putIfAbsent(room, client));
    }
    speakers.forEach((room, client) -> unsaid.add(() -> say(fleet.dialect(), client, room)));
    IntStream.range(0, AT_ONCE).forEach(_ -> sayNext());
  }

  private void sayNext() {
    Runnable next = unsaid.poll();
    if (next != null) {
      next.run();
    }
  }

  private void say(Dialect dialect, Client client, String room) {
    String key = "away-" + System.nanoTime() + "-" + said;
    client.send(dialect.message(said++, room, key, TEXT));
  }

  @Override
  public void delivered(Client client, ByteBuf in, int start, int length) {
    delivered++;
  }

  @Override
  public void synced(Client client) {
    synced++;
  }

  @Override
  public void acknowledged(Client client) {
    acknowledged++;
    sayNext();
  }

  /** How many messages clients got. */
  public long deliveries() {
    return delivered;
  }

  /** How many rooms of clients have caught up. */
  public long syncs() {
    return synced;
  }

  /** Whether everything said was acknowledged. */
  public boolean allAcknowledged() {
    return unsaid.isEmpty() && acknowledged == said;
  }
}
