package im.parley.cluster.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What connects this node to Redis, be it one server or a cluster. It comes back by itself after a
 * loss; meanwhile what is said fails at once, and is not said later.
 */
sealed interface RedisLink extends AutoCloseable permits OneRedis, RedisCluster {

  /** Who hears what is said. Called on a thread of the link; may not block. */
  interface Hearer {

    /** Something was said on a channel. */
    void said(String channel, byte[] message);

    /** From now on what is said on a channel is heard. */
    void hears(String channel);
  }

  /** Who listens, and is to know when that is in vain. Called likewise. */
  interface Listener extends Hearer {

    /** Something may be said from now on that is not heard. */
    void lost();

    /**
     * The link is there, at first or again; what was listened to must be asked for again.
     *
     * @param beatChannels carry the beats; who does not hear them on each of these hears not all
     */
    void found(Set<String> beatChannels);
  }

  /**
   * Connects to one server or to a cluster, whichever is there.
   *
   * @throws RedisException if Redis cannot be reached, does not let this server in, or is a cluster
   *     that is not whole
   */
  static RedisLink open(RedisAddress address) {
    RedisDialer dialer = new RedisDialer(address);
    try {
      return switch (dialer.kind()) {
        case ALONE -> new OneRedis(dialer);
        case CLUSTER -> new RedisCluster(dialer);
      };
    } catch (RedisException e) {
      dialer.close();
      throw e;
    }
  }

  /** Tells somebody what is heard from now on, beginning with {@link Listener#found}. */
  void start(Listener listener);

  /** Asks for what is said on channels; {@link Listener#hears} says when it is so. */
  void listen(Collection<String> channels);

  /** Asks for no more of it. */
  void ignore(String channel);

  /**
   * Says something, with the next {@link #flush}.
   *
   * @return how many listen at the server that carries it; fails when it could not be said
   */
  CompletionStage<Long> say(String channel, byte[] message);

  /**
   * Says something at once.
   *
   * @return how many nodes will hear it, which are all that listen to the channel, except those
   *     that know or will find that they are alone; fails when that is not sure
   */
  CompletionStage<Long> ask(String channel, byte[] message);

  /** Says something on every channel of beats, with the next {@link #flush}. */
  void sayToNodes(byte[] message);

  /** Says at once that this node lives, unless it finds first that the link is lost. */
  void beat(byte[] message);

  /** Whether every node that is not alone listens where this link speaks. */
  boolean isSettled();

  /** Keeps a field of a hash that lasts so long, with the next {@link #flush}. */
  void keep(String key, String field, byte[] value, Duration lasts);

  /** Drops a field of a hash, with the next {@link #flush}. */
  void drop(String key, String field);

  /** Asks for all fields of a hash, with the next {@link #flush}. */
  CompletionStage<Map<String, byte[]>> fields(String key);

  /** Sends everything that was said. */
  void flush();

  @Override
  void close();
}
