package im.parley.cluster.redis;

import im.parley.core.presence.OtherNodes;
import im.parley.core.presence.PresenceRecord;
import im.parley.protocol.id.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Where users are on other nodes: each node keeps in Redis who is on it, and says so when that
 * changes. What a node that died has left there counts for nothing. Safe to share.
 */
final class RedisOtherNodes implements OtherNodes {

  /** Longer than anybody stays without being seen; what a dead node left goes after this time. */
  private static final Duration KEPT = Duration.ofDays(1);

  private static final Duration PATIENCE = Duration.ofMillis(200);

  private final String self;
  private final RedisLink link;
  private final Topics topics;
  private final Nodes nodes;
  private final AtomicReference<@Nullable Listener> listener = new AtomicReference<>();

  /** On which other nodes those are who are followed, and when they used a session there last. */
  private final Map<UserId, Map<String, Instant>> places = new HashMap<>();

  RedisOtherNodes(String self, RedisLink link, Topics topics, Nodes nodes) {
    this.self = self;
    this.link = link;
    this.topics = topics;
    this.nodes = nodes;
  }

  @Override
  public void listen(Listener news) {
    listener.set(news);
  }

  @Override
  public void follow(UserId user) {
    synchronized (this) {
      places.put(user, new HashMap<>(0));
    }
    var _ = topics.follow(Channels.of(user)).thenRun(() -> ask(List.of(user), this::learn));
  }

  @Override
  public void leave(UserId user) {
    synchronized (this) {
      places.remove(user);
    }
    topics.leave(Channels.of(user));
  }

  /** Asks Redis on which other nodes users are. */
  private void ask(List<UserId> users, BiConsumer<UserId, Map<String, Instant>> learn) {
    for (UserId user : users) {
      link.fields(Channels.hereKey(user))
          .thenAccept(fields -> learn.accept(user, elsewhere(fields)));
    }
    link.flush();
  }

  /** What nodes say themselves is newer than what they kept. */
  private void learn(UserId user, Map<String, Instant> found) {
    boolean known;
    synchronized (this) {
      Map<String, Instant> some = places.get(user);
      known = some != null && !found.isEmpty();
      if (some != null) {
        found.forEach(some::putIfAbsent);
      }
    }
    if (known) {
      tell(user, Instant.now());
    }
  }

  private Map<String, Instant> elsewhere(Map<String, byte[]> fields) {
    Map<String, Instant> found = new HashMap<>();
    fields.forEach((node, activeAt) -> {
      if (!node.equals(self) && nodes.lives(node)) {
        found.put(node, instant(activeAt));
      }
    });
    return found;
  }

  /** A user is on another node, which says so. */
  void there(String node, UserId user, Instant activeAt) {
    boolean followed;
    synchronized (this) {
      Map<String, Instant> some = places.get(user);
      followed = some != null;
      if (some != null) {
        some.put(node, activeAt);
      }
    }
    if (followed) {
      tell(user, activeAt);
    }
  }

  /** A user is on another node no more, which says so. */
  void notThere(String node, UserId user, Instant since) {
    boolean changed;
    synchronized (this) {
      Map<String, Instant> some = places.get(user);
      changed = some != null && some.remove(node) != null;
    }
    if (changed) {
      tell(user, since);
    }
  }

  /** A user has chosen on another node. */
  void chose(String node, UserId user, PresenceRecord kept) {
    Listener told = listener.get();
    if (told != null) {
      told.choseElsewhere(user, kept);
    }
  }

  /** Nobody is on this node any more. */
  void died(String node) {
    List<UserId> left = new ArrayList<>();
    synchronized (this) {
      places.forEach((user, some) -> {
        if (some.remove(node) != null) {
          left.add(user);
        }
      });
    }
    // They were there when the node was heard last.
    Instant since = Instant.now().minus(Nodes.DEATH);
    left.forEach(user -> tell(user, since));
  }

  /** A node is there that was not known: what it keeps counts from now on. */
  void met() {
    ask(followed(), this::learn);
  }

  /** Redis may have lost who is where, and this node may have missed what was said. */
  void sayAgain() {
    Listener told = listener.get();
    if (told != null) {
      told.sayAgain();
    }
    ask(followed(), this::learnAnew);
  }

  private synchronized List<UserId> followed() {
    return List.copyOf(places.keySet());
  }

  private void learnAnew(UserId user, Map<String, Instant> found) {
    boolean changed;
    synchronized (this) {
      changed = places.containsKey(user) && !found.equals(places.put(user, found));
    }
    if (changed) {
      tell(user, Instant.now());
    }
  }

  private void tell(UserId user, Instant otherwiseGoneSince) {
    Listener told = listener.get();
    if (told == null) {
      return;
    }
    Optional<Instant> activeAt;
    synchronized (this) {
      activeAt = places.getOrDefault(user, Map.of()).values().stream().max(Instant::compareTo);
    }
    activeAt.ifPresentOrElse(
        at -> told.thereElsewhere(user, at), () -> told.goneElsewhere(user, otherwiseGoneSince));
  }

  @Override
  public void here(UserId user, Instant activeAt) {
    link.keep(Channels.hereKey(user), self, bytes(activeAt), KEPT);
    say(user, new Message.There(user, activeAt));
  }

  @Override
  public void gone(UserId user, Instant at) {
    link.drop(Channels.hereKey(user), self);
    say(user, new Message.NotThere(user, at));
  }

  @Override
  public void chose(UserId user, PresenceRecord kept) {
    say(user, new Message.Chose(user, kept));
  }

  private void say(UserId user, Message message) {
    link.say(Channels.of(user), new Envelope(self, message).write());
    link.flush();
  }

  @Override
  public Optional<Instant> activeAt(UserId user) {
    try {
      var fields = link.fields(Channels.hereKey(user)).toCompletableFuture();
      link.flush();
      return elsewhere(fields.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)).values().stream()
          .max(Instant::compareTo);
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static byte[] bytes(Instant instant) {
    return Long.toString(instant.toEpochMilli()).getBytes(StandardCharsets.US_ASCII);
  }

  private static Instant instant(byte[] bytes) {
    return Instant.ofEpochMilli(Long.parseLong(new String(bytes, StandardCharsets.US_ASCII)));
  }
}
