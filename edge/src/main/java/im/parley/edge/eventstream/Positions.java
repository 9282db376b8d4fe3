package im.parley.edge.eventstream;

import im.parley.protocol.error.ErrorCode;
import im.parley.protocol.error.Refusal;
import im.parley.protocol.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far one stream has come in each of its rooms. As an id it says all that resuming takes, so
 * any node can go on from it. It is bounded by the rooms in which something happened last.
 */
final class Positions {

  /** So many rooms fit into the header fields of a request. */
  static final int MAX_ROOMS = 200;

  private static final Pattern ID =
      Pattern.compile("([A-Za-z0-9_-]{0,64})((?:,[A-Za-z0-9_-]{1,40}:[0-9]{1,18}){0,200})");

  private final SequencedMap<String, Long> rooms = new LinkedHashMap<>();
  private String epoch = "";

  /**
   * Reads what a client brings back.
   *
   * @param id the id that it got last; empty for none
   * @throws RefusedException {@code bad_request} if it is none of ours
   */
  static Positions of(String id) {
    Positions positions = new Positions();
    Matcher matcher = ID.matcher(decoded(id));
    if (!matcher.matches()) {
      throw new RefusedException(
          Refusal.of(
              ErrorCode.BAD_REQUEST,
              "Last-Event-ID is an id that this server gave, or left out",
              "Last-Event-ID"));
    }
    positions.epoch = matcher.group(1);
    for (String place : matcher.group(2).split(",", -1)) {
      if (!place.isEmpty()) {
        int colon = place.indexOf(':');
        positions.reached(place.substring(0, colon), Long.parseLong(place.substring(colon + 1)));
      }
    }
    return positions;
  }

  private static String decoded(String id) {
    try {
      return new String(Base64.getUrlDecoder().decode(id), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException _) {
      return "?";
    }
  }

  /** The life of the store that these positions belong to. */
  void epoch(String current) {
    epoch = current;
  }

  String epoch() {
    return epoch;
  }

  /** The stream has come so far in a room. */
  void reached(String room, long seq) {
    rooms.putLast(room, seq);
    if (rooms.size() > MAX_ROOMS) {
      rooms.pollFirstEntry();
    }
  }

  /** For each room, by id, the seq that was reached. */
  Map<String, Long> rooms() {
    return Collections.unmodifiableMap(rooms);
  }

  /** All this in one word, for the client to bring back. */
  String id() {
    StringBuilder text = new StringBuilder(epoch);
    rooms.forEach((room, seq) -> text.append(',').append(room).append(':').append(seq));
    byte[] ascii = text.toString().getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ascii);
  }
}
