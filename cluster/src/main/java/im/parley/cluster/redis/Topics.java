package im.parley.cluster.redis;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The channels that this node listens to, each as often as it was asked for. Safe to share. */
final class Topics {

  /** Who cannot be heard within this time is done without. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** So many channels are asked for in one command. */
  private static final int PORTION = 1_000;

  private final RedisLink link;
  private final Map<String, Topic> topics = new HashMap<>();

  Topics(RedisLink link) {
    this.link = link;
  }

  /** A channel that is listened to. */
  private static final class Topic {

    final CompletableFuture<Void> heard =
        new CompletableFuture<Void>()
            .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    int followers;
  }

  /**
   * Listens to a channel.
   *
   * @return completes when it is heard, or when that takes too long
   */
  synchronized CompletableFuture<Void> follow(String channel) {
    Topic topic = topics.get(channel);
    if (topic == null) {
      topic = new Topic();
      topics.put(channel, topic);
      link.listen(List.of(channel));
    }
    topic.followers++;
    return topic.heard;
  }

  /** Undoes one {@link #follow}. */
  synchronized void leave(String channel) {
    Topic topic = topics.get(channel);
    if (topic != null && --topic.followers == 0) {
      topics.remove(channel);
      link.ignore(channel);
    }
  }

  /** A channel is heard. */
  void hears(String channel) {
    Topic topic;
    synchronized (this) {
      topic = topics.get(channel);
    }
    if (topic != null) {
      topic.heard.complete(null);
    }
  }

  /** Asks for all of them again. */
  synchronized void followAgain() {
    List<String> channels = List.copyOf(topics.keySet());
    for (int from = 0; from < channels.size(); from += PORTION) {
      link.listen(channels.subList(from, Math.min(from + PORTION, channels.size())));
    }
  }
}
