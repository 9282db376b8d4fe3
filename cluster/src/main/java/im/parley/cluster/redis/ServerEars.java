package im.parley.cluster.redis;

import io.lettuce.core.pubsub.RedisPubSubAdapter;

/** Hears what is said at a server of Redis, in whichever way it carries that. */
final class ServerEars extends RedisPubSubAdapter<String, byte[]> {

  private final RedisLink.Hearer hearer;

  ServerEars(RedisLink.Hearer hearer) {
    this.hearer = hearer;
  }

  @Override
  public void message(String channel, byte[] message) {
    hearer.said(channel, message);
  }

  @Override
  public void smessage(String channel, byte[] message) {
    hearer.said(channel, message);
  }

  @Override
  public void subscribed(String channel, long count) {
    hearer.hears(channel);
  }

  @Override
  public void ssubscribed(String channel, long count) {
    hearer.hears(channel);
  }
}
