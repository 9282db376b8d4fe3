package im.parley.cluster.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;

/** How a Redis Cluster carries what is said on channels. */
enum Carrying {

  /** Each channel at the master of its slot, as of Redis 7. */
  BY_SLOT {
    @Override
    int slot(String channel) {
      return SlotHash.getSlot(channel);
    }

    @Override
    RedisFuture<Void> listen(RedisPubSubAsyncCommands<String, byte[]> at, String... channels) {
      return at.ssubscribe(channels);
    }

    @Override
    RedisFuture<Void> ignore(RedisPubSubAsyncCommands<String, byte[]> at, String channel) {
      return at.sunsubscribe(channel);
    }

    @Override
    RedisFuture<Long> say(RedisAsyncCommands<String, byte[]> at, String channel, byte[] message) {
      return at.spublish(channel, message);
    }
  },

  /**
   * Older ones carry everything everywhere, and count those who hear it where it is said: so all
   * nodes meet at one master, which is that of one slot.
   */
  AT_ONE_MASTER {
    @Override
    int slot(String channel) {
      return SlotHash.getSlot(Channels.NODES);
    }

    @Override
    RedisFuture<Void> listen(RedisPubSubAsyncCommands<String, byte[]> at, String... channels) {
      return at.subscribe(channels);
    }

    @Override
    RedisFuture<Void> ignore(RedisPubSubAsyncCommands<String, byte[]> at, String channel) {
      return at.unsubscribe(channel);
    }

    @Override
    RedisFuture<Long> say(RedisAsyncCommands<String, byte[]> at, String channel, byte[] message) {
      return at.publish(channel, message);
    }
  };

  /** A channel is at the master of this slot. */
  abstract int slot(String channel);

  /** Asks for channels of one slot. */
  abstract RedisFuture<Void> listen(
      RedisPubSubAsyncCommands<String, byte[]> at, String... channels);

  abstract RedisFuture<Void> ignore(RedisPubSubAsyncCommands<String, byte[]> at, String channel);

  /** Says something; the answer is how many hear it at that master. */
  abstract RedisFuture<Long> say(
      RedisAsyncCommands<String, byte[]> at, String channel, byte[] message);
}
