package im.parley.edge.push;

import im.parley.protocol.id.RoomId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Names rooms to push services without telling their ids (RFC 8030, section 5.4). */
final class Topic {

  /** 32 characters, the longest topic, have so many bytes. */
  private static final int BYTES = 24;

  private Topic() {}

  static String of(RoomId room) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(room.value().getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
