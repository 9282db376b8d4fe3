package im.parley.core.outgoing;

/** Which of the servers that share a store does what only one of them should. */
@FunctionalInterface
public interface Leadership {

  /**
   * Whether it is this one, now. Who asks and finds that nobody is becomes it, and stays it until
   * it ends or can no longer be reached. Waits for the store.
   */
  boolean isMine();
}
