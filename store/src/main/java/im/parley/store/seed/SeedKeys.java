package im.parley.store.seed;

import im.parley.protocol.id.MessageKey;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Keys such as clients are advised to make, each greater than the one before: UUIDv7 (RFC 9562,
 * sections 5.7 and 6.2), 48 bits of time, a counter of 42 bits, and 32 random bits. The time runs
 * evenly from the beginning to the end, whichever room a key is for: the index of the keys is then
 * filled from left to right.
 */
final class SeedKeys {

  private static final int COUNTER_LOW_BITS = 30;

  private final RandomGenerator random;
  private final long begin;
  private final long millis;
  private final long keys;
  private long made;

  /**
   * Begins.
   *
   * @param begin the time of the first key
   * @param millis how much later the last one is
   * @param keys how many there will be
   */
  SeedKeys(RandomGenerator random, long begin, long millis, long keys) {
    this.random = random;
    this.begin = begin;
    this.millis = millis;
    this.keys = keys;
  }

  MessageKey next() {
    long time = begin + millis * made / keys;
    long high = time << 16 | 0x7000 | made >>> COUNTER_LOW_BITS;
    long counterLow = made & ((1L << COUNTER_LOW_BITS) - 1);
    long chance = random.nextInt() & 0xffff_ffffL;
    long low = 0x8000_0000_0000_0000L | counterLow << 32 | chance;
    made++;
    return new MessageKey(new UUID(high, low).toString());
  }
}
