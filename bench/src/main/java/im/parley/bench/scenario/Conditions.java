package im.parley.bench.scenario;

import im.parley.bench.contender.Contender;
import im.parley.bench.contender.DatabaseServer;
import im.parley.bench.contender.ServerProcess;
import im.parley.bench.contender.Town;
import im.parley.bench.load.Fleet;
import im.parley.bench.load.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Under what conditions is measured.
 *
 * @param home the checkout
 * @param runs how often each load is repeated; the median counts
 * @param seconds how long one run of a load takes
 * @param clients how many come back in a storm
 * @param peers who is measured beside Parley
 * @param database where Parley is measured on PostgreSQL as well, if it is
 * @param serverOptions more options for Parley, for example another transport
 */
public record Conditions(
    Path home,
    int runs,
    int seconds,
    int clients,
    List<Contender> peers,
    Optional<DatabaseServer> database,
    List<String> serverOptions) {

  public Conditions {
    peers = List.copyOf(peers);
    serverOptions = List.copyOf(serverOptions);
  }

  /** Parley and its peers. */
  List<Contender> contenders() {
    List<Contender> all = new ArrayList<>(parleys());
    all.addAll(peers);
    return all;
  }

  /** Parley, on each database. */
  List<Contender> parleys() {
    return database.isPresent()
        ? List.of(Contender.PARLEY, Contender.PARLEY_POSTGRES)
        : List.of(Contender.PARLEY);
  }

  /** Parley and those peers that store what is said. */
  List<Contender> stores() {
    return contenders().stream().filter(Contender::stores).toList();
  }

  /** Starts all contenders, each on a new town; those that cannot run here are left out. */
  List<Arena> arenas(List<Contender> contenders, Town town) {
    List<Arena> arenas = new ArrayList<>();
    oneByOne(contenders, town).forEach(arenas::add);
    return arenas;
  }

  /** Starts each contender when its turn comes; those that cannot run here are left out. */
  Iterable<Arena> oneByOne(List<Contender> contenders, Town town) {
    return () ->
        contenders.stream().flatMap(contender -> arena(contender, town).stream()).iterator();
  }

  /** Starts a contender on a new town; says why, if it cannot run here. */
  Optional<Arena> arena(Contender contender, Town town) {
    try {
      Path data = Files.createTempDirectory("parley-bench");
      List<String> store = store(contender);
      List<Member> people = town.settle(contender, home, data, store);
      List<String> options = new ArrayList<>(store);
      options.addAll(contender.isParley() ? serverOptions : List.of());
      ServerProcess server = ServerProcess.start(contender, home, data, options, List.of());
      Fleet fleet = new Fleet(contender.dialect(), server.port());
      return Optional.of(new Arena(server, fleet, people, data, databaseOf(contender)));
    } catch (ServerProcess.Unavailable e) {
      System.err.println(e.getMessage());
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> store(Contender contender) {
    return databaseOf(contender)
        .map(server -> List.of("--database", server.fresh()))
        .orElse(List.of());
  }

  private Optional<DatabaseServer> databaseOf(Contender contender) {
    return contender == Contender.PARLEY_POSTGRES ? database : Optional.empty();
  }

  /**
   * A server, those who know it, and their connections.
   *
   * @param server the process
   * @param fleet its clients
   * @param people who can connect
   * @param data where it keeps what it has
   * @param database where it keeps the rest, if that is a server of its own
   */
  record Arena(
      ServerProcess server,
      Fleet fleet,
      List<Member> people,
      Path data,
      Optional<DatabaseServer> database)
      implements AutoCloseable {

    /** Who is measured here. */
    String title() {
      return server.contender().title();
    }

    @Override
    public void close() {
      fleet.close();
      server.close();
      delete(data);
    }

    static void delete(Path directory) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
