package im.parley.cluster.redis;

import io.lettuce.core.RedisURI;

/**
 * Where Redis is.
 *
 * @param uri host, port, and what proves that one may come in; with TLS or without
 */
public record RedisAddress(RedisURI uri) {

  /**
   * The address in this text: {@code redis://[user:password@]host[:port][/database]}, or {@code
   * rediss://…} for TLS.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static RedisAddress of(String text) {
    if (!text.matches("rediss?://\\S+")) {
      throw new IllegalArgumentException("Not an address of Redis");
    }
    return new RedisAddress(RedisURI.create(text));
  }

  /** Without what proves that one may come in. */
  @Override
  public String toString() {
    return (uri.isSsl() ? "rediss://" : "redis://") + uri.getHost() + ":" + uri.getPort();
  }
}
