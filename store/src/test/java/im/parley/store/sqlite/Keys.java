package im.parley.store.sqlite;

import im.parley.protocol.id.MessageKey;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Keys as clients are advised to make them. */
final class Keys {

  private Keys() {}

  /** A UUIDv7 (RFC 9562, section 5.7): 48 bits of time, 74 random bits. */
  static MessageKey timeOrdered() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = System.currentTimeMillis() << 16 | 0x7000 | (random.nextLong() & 0x0fff);
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new MessageKey(new UUID(high, low).toString());
  }
}
