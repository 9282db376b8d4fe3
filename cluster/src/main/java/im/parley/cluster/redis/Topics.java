package im.parley.cluster.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The channels that this node listens to, each as often as it was asked for. Safe to share. */
final class Topics {

  private final RedisLink link;
  private final Map<String, Topic> topics = new HashMap<>();
  private boolean deaf;

  Topics(RedisLink link) {
    this.link = link;
  }

  /** A channel that is listened to. */
  private static final class Topic {
    int followers;
    CompletableFuture<Void> heard = new CompletableFuture<>();
  }

  /**
   * Listens to a channel.
   *
   * @return completes when it is heard, or this node knows that it hears nothing
   */
  synchronized CompletableFuture<Void> follow(String channel) {
    Topic topic = topics.get(channel);
    if (topic == null) {
      topic = new Topic();
      topics.put(channel, topic);
      link.listen(List.of(channel));
    }
    topic.followers++;
    return deaf ? CompletableFuture.completedFuture(null) : topic.heard;
  }

  /** Undoes one {@link #follow}. */
  void leave(String channel) {
    Topic left = null;
    synchronized (this) {
      Topic topic = topics.get(channel);
      if (topic != null && --topic.followers == 0) {
        left = topics.remove(channel);
        link.ignore(channel);
      }
    }
    if (left != null) {
      left.heard.complete(null);
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

  /** This node hears nothing: nobody waits for that. */
  void deaf() {
    List<Topic> all;
    synchronized (this) {
      deaf = true;
      all = List.copyOf(topics.values());
    }
    all.forEach(topic -> topic.heard.complete(null));
  }

  /**
   * Asks for all of them again.
   *
   * @return completes when all are heard, or this node knows that it hears nothing
   */
  CompletableFuture<Void> followAgain() {
    List<CompletableFuture<Void>> heard = new ArrayList<>();
    synchronized (this) {
      deaf = false;
      for (Topic topic : topics.values()) {
        topic.heard = new CompletableFuture<>();
        heard.add(topic.heard);
      }
      askAgain();
    }
    return CompletableFuture.allOf(heard.toArray(CompletableFuture<?>[]::new));
  }

  /** Asks for all of them again: the connection is new. */
  synchronized void askAgain() {
    link.listen(List.copyOf(topics.keySet()));
  }
}
