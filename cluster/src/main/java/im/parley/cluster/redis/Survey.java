package im.parley.cluster.redis;

import im.parley.cluster.redis.ClusterServer.Report;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Finds out who is in a cluster. A map of it counts when every master on it says the same; of two
 * maps that share a master only one can do so at a time. So from the moment at which one node has
 * found a new map, no other can confirm the old one. For one thread, which waits.
 */
final class Survey {

  private final RedisDialer dialer;
  private final Map<Place, ClusterServer> servers = new LinkedHashMap<>();
  private final Map<Place, Report> reports = new LinkedHashMap<>();

  /** What is wrong with servers that were asked. */
  private final Map<Place, String> failures = new LinkedHashMap<>();

  private Survey(RedisDialer dialer) {
    this.dialer = dialer;
  }

  /**
   * Finds the map, and connects to its masters.
   *
   * @param places where to ask; one that answers is enough
   * @throws RedisException if there is no map that counts, or a master of it cannot be used
   */
  static Wiring of(RedisDialer dialer, Collection<Place> places) {
    Survey survey = new Survey(dialer);
    Set<Place> needed = Set.of();
    try {
      survey.ask(places);
      ClusterMap map = survey.mapThatCounts();
      Wiring wiring = survey.wire(map);
      needed = map.masters();
      return wiring;
    } finally {
      survey.servers.keySet().removeAll(needed);
      survey.servers.values().forEach(ClusterServer::close);
    }
  }

  /** Asks those who were not asked yet. */
  private void ask(Collection<Place> places) {
    List<Place> some =
        places.stream()
            .filter(place -> !servers.containsKey(place) && !failures.containsKey(place))
            .toList();
    Map<Place, ClusterServer> reached =
        answers(some, place -> ClusterServer.connect(dialer, place));
    servers.putAll(reached);
    reports.putAll(answers(reached.keySet(), place -> server(place).report()));
  }

  /** What some say who are asked all at once; of the others it is kept what is wrong with them. */
  private <T> Map<Place, T> answers(
      Collection<Place> some, Function<Place, CompletionStage<T>> question) {
    Map<Place, CompletableFuture<T>> asked = new LinkedHashMap<>();
    some.forEach(place -> asked.put(place, question.apply(place).toCompletableFuture()));
    Map<Place, T> answers = new LinkedHashMap<>();
    asked.forEach((place, answer) -> {
      try {
        answers.put(place, answer.join());
      } catch (CompletionException e) {
        failures.put(place, Failures.told(place, e));
      }
    });
    return answers;
  }

  private ClusterMap mapThatCounts() {
    Set<ClusterMap> tried = new HashSet<>();
    for (var map = mapBut(tried); map.isPresent(); map = mapBut(tried)) {
      ask(map.get().masters());
      if (counts(map.get())) {
        return map.get();
      }
      tried.add(map.get());
    }
    throw failure();
  }

  private Optional<ClusterMap> mapBut(Set<ClusterMap> tried) {
    return reports.values().stream()
        .map(Report::map)
        .filter(map -> !tried.contains(map))
        .findFirst();
  }

  private boolean counts(ClusterMap map) {
    return map.masters().stream()
        .map(reports::get)
        .allMatch(report -> report != null && report.map().equals(map));
  }

  private RedisException failure() {
    return dialer.unusable(
        failures.isEmpty()
            ? "its masters do not agree which of them serves which slot"
            : String.join("; ", failures.values()));
  }

  private Wiring wire(ClusterMap map) {
    Carrying carrying =
        map.masters().stream().allMatch(master -> report(master).carrying() == Carrying.BY_SLOT)
            ? Carrying.BY_SLOT
            : Carrying.AT_ONE_MASTER;
    Map<Place, MasterLink> links =
        answers(
            map.masters(),
            master -> MasterLink.to(server(master), report(master), carrying, dialer));
    if (links.size() < map.masters().size()) {
      links.values().forEach(MasterLink::close);
      throw failure();
    }
    return new Wiring(map, carrying, links);
  }

  private ClusterServer server(Place place) {
    return Objects.requireNonNull(servers.get(place));
  }

  private Report report(Place place) {
    return Objects.requireNonNull(reports.get(place));
  }
}
