package im.parley.core.account;

/**
 * How passwords are hashed, and how many at once.
 *
 * @param memoryKib memory of one hash, in KiB
 * @param iterations passes over that memory
 * @param threads how many hashes run at once; each has its own memory
 * @param queue how many may wait for a thread; one more is refused with {@code overloaded}
 */
public record PasswordConfig(int memoryKib, int iterations, int threads, int queue) {

  public PasswordConfig {
    if (memoryKib < 8 || iterations < 1 || threads < 1 || queue < 1) {
      throw new IllegalArgumentException(
          "Needs memoryKib >= 8 and iterations, threads, queue >= 1");
    }
  }

  /** OWASP's advice for Argon2id: 19 MiB and two passes, about 40 ms; two at once. */
  public static PasswordConfig defaults() {
    return new PasswordConfig(19 * 1024, 2, 2, 64);
  }
}
