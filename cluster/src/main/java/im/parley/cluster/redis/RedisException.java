package im.parley.cluster.redis;

/** Redis cannot be used. The message says why, and never what proves that one may come in. */
public final class RedisException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public RedisException(String message) {
    super(message);
  }

  public RedisException(String message, Throwable cause) {
    super(message, cause);
  }
}
