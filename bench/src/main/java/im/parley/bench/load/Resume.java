package im.parley.bench.load;

import java.util.Map;

/**
 * How far a client has come.
 *
 * @param seqs for each room the newest seq that it has; none for a client that comes the first time
 */
public record Resume(Map<String, Long> seqs) {

  /** The first time. */
  public static final Resume NOTHING = new Resume(Map.of());

  public Resume {
    seqs = Map.copyOf(seqs);
  }

  /** The rooms as a JSON object. */
  String json() {
    StringBuilder json = new StringBuilder("{");
    seqs.forEach((room, seq) -> {
      if (json.length() > 1) {
        json.append(',');
      }
      json.append('"').append(room).append("\":").append(seq);
    });
    return json.append('}').toString();
  }
}
