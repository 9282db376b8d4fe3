package im.parley.cluster.redis;

import io.lettuce.core.RedisURI;

/** Where a server of Redis is reached. */
record Place(String host, int port) {

  static Place of(RedisURI uri) {
    return new Place(uri.getHost(), uri.getPort());
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
