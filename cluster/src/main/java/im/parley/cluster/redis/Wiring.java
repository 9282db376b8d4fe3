package im.parley.cluster.redis;

import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.SlotHash;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The links to all masters of a cluster, by a map on which all of these agreed. It serves for as
 * long as they say the same and no connection is lost, and never again. Safe to share.
 */
final class Wiring {

  private final Carrying carrying;
  private final Collection<MasterLink> links;

  /** Who serves which slot. */
  private final List<MasterLink> bySlot;

  /** The channels of beats, and where each is. */
  private final Map<String, MasterLink> beats;

  private final long madeAt = System.nanoTime();

  Wiring(ClusterMap map, Carrying carrying, Map<Place, MasterLink> links) {
    this.carrying = carrying;
    this.links = links.values();
    this.bySlot =
        map.ranges().stream()
            .flatMap(range ->
                Collections.nCopies(
                    range.last() - range.first() + 1,
                    Objects.requireNonNull(links.get(range.master())))
                    .stream())
            .toList();
    this.beats =
        switch (carrying) {
          case BY_SLOT ->
              this.links.stream()
                  .collect(
                      Collectors.toMap(link -> map.beatChannel(link.place()), Function.identity()));
          case AT_ONE_MASTER -> Map.of(Channels.NODES, ofChannel(Channels.NODES));
        };
  }

  /**
   * Has these hear what is said, and a loss.
   *
   * @return completes when the beats are heard; fails when they cannot be
   */
  CompletableFuture<Void> start(RedisLink.Hearer hearer, Runnable lost) {
    links.forEach(link -> link.start(hearer, lost));
    return listen(beats.keySet());
  }

  Set<Place> masters() {
    return links.stream().map(MasterLink::place).collect(Collectors.toUnmodifiableSet());
  }

  Set<String> beatChannels() {
    return beats.keySet();
  }

  /** Whether no connection is lost yet. */
  boolean isOpen() {
    return links.stream().allMatch(MasterLink::isOpen);
  }

  /** Whether it is there for so long. */
  boolean hasLasted(Duration time) {
    return System.nanoTime() - madeAt > time.toNanos();
  }

  /** Asks for channels at once; fails when one of them cannot be had. */
  CompletableFuture<Void> listen(Collection<String> channels) {
    CompletableFuture<Void> asked =
        firstFailureOf(
            channels.stream().collect(Collectors.groupingBy(carrying::slot)).entrySet().stream()
                .map(some -> bySlot.get(some.getKey()).listen(some.getValue()))
                .toList());
    flush();
    return asked;
  }

  /** Asks for no more of it. */
  CompletionStage<Void> ignore(String channel) {
    MasterLink link = ofChannel(channel);
    CompletionStage<Void> asked = link.ignore(channel);
    link.flush();
    return asked;
  }

  CompletionStage<Long> say(String channel, byte[] message) {
    return ofChannel(channel).say(channel, message);
  }

  /** Says something on every channel of beats. */
  void sayToNodes(byte[] message) {
    beats.forEach((channel, link) -> link.say(channel, message));
    flush();
  }

  private MasterLink ofChannel(String channel) {
    return bySlot.get(carrying.slot(channel));
  }

  /** For what is kept under a key. */
  RedisAsyncCommands<String, byte[]> commands(String key) {
    return bySlot.get(SlotHash.getSlot(key)).commands();
  }

  void flush() {
    links.forEach(MasterLink::flush);
  }

  /** Asks every master at once; fails as soon as one says that the map is another now. */
  CompletableFuture<Void> check() {
    return firstFailureOf(links.stream().map(MasterLink::check).toList());
  }

  /** Completes with all of them, and fails with the first that does. */
  private static CompletableFuture<Void> firstFailureOf(List<CompletableFuture<Void>> some) {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(some.toArray(CompletableFuture<?>[]::new));
    some.forEach(one ->
        one.exceptionally(failure -> {
          all.completeExceptionally(failure);
          return null;
        }));
    return all;
  }

  /** Completes when nothing is heard through it any more. */
  CompletionStage<Void> close() {
    return CompletableFuture.allOf(
        links.stream()
            .map(link -> link.close().toCompletableFuture())
            .toArray(CompletableFuture<?>[]::new));
  }
}
