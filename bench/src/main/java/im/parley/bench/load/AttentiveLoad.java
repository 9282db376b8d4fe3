package im.parley.bench.load;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.Map;

/**
 * All remember of each of their rooms how far they have come there: each message must be the one
 * after, so that none is missing and none comes twice.
 */
public final class AttentiveLoad implements Work {

  private final StormLoad counts = new StormLoad();
  private final Map<String, Map<String, Long>> seqsOf = new HashMap<>();

  /** A client was welcomed; the server says how far its rooms have come. */
  public void welcomed(Client client, String welcome) {
    counts.welcomed(client, welcome);
  }

  @Override
  public void delivered(Client client, ByteBuf in, int start, int length) {
    counts.delivered(client, in, start, length);
    ParleyDialect.Place place = ParleyDialect.place(in, start, length);
    String user = client.member().user();
    Map<String, Long> seqs =
        seqsOf.computeIfAbsent(user, _ -> new HashMap<>(counts.resume(client.member()).seqs()));
    long before = seqs.getOrDefault(place.room(), 0L);
    if (place.seq() != before + 1) {
      throw new IllegalStateException("After " + before + " " + user + " got " + place);
    }
    seqs.put(place.room(), place.seq());
  }

  @Override
  public void synced(Client client) {
    counts.synced(client);
  }

  /** How far this member has come. */
  public Resume resume(Member member) {
    Map<String, Long> seqs = seqsOf.get(member.user());
    return seqs == null ? counts.resume(member) : new Resume(seqs);
  }

  /** How many messages clients got. */
  public long deliveries() {
    return counts.deliveries();
  }

  /** How many rooms of clients have caught up. */
  public long syncs() {
    return counts.syncs();
  }
}
