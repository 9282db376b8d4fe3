package im.parley.edge.http;

import im.parley.protocol.command.CommandType;
import im.parley.protocol.command.Route;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the command that a method and a path name. The routes are a tree of path segments; a
 * segment that is spelled out wins over one that is a parameter.
 */
final class HttpRouter {

  private final Node root = new Node();

  HttpRouter(Collection<CommandType<?, ?>> commands) {
    for (CommandType<?, ?> command : commands) {
      if (command.reach() instanceof CommandType.Reach.EveryDoor(Route route)) {
        add(route, command);
      }
    }
  }

  private void add(Route route, CommandType<?, ?> command) {
    Node node = root;
    Map<Integer, String> names = new LinkedHashMap<>();
    List<String> segments = segments(route.path());
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (segment.startsWith("{")) {
        names.put(i, segment.substring(1, segment.length() - 1));
        node = node.anything();
      } else {
        node = node.fixed.computeIfAbsent(segment, _ -> new Node());
      }
    }
    if (node.targets.put(route.method(), new Target(command, route, names)) != null) {
      throw new IllegalStateException("Two commands have one route: " + route);
    }
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /**
   * Finds a command.
   *
   * @param method the name of the request's method
   * @param path the path below {@code /v1}, percent-encoded, beginning with a slash
   * @throws im.parley.protocol.error.RefusedException if the path is not percent-encoded UTF-8
   */
  Match find(String method, String path) {
    List<String> segments = segments(path).stream().map(UrlText::decode).toList();
    Node node = root.find(segments, 0);
    if (node == null) {
      return new Match.NoSuchPath();
    }
    for (Map.Entry<Route.Method, Target> entry : node.targets.entrySet()) {
      if (entry.getKey().name().equals(method)) {
        return entry.getValue().at(segments);
      }
    }
    return new Match.OtherMethods(
        node.targets.keySet().stream().map(Enum::name).collect(Collectors.joining(", ")));
  }

  /** What was found. */
  sealed interface Match {

    /** A command, its route, and what the path says of its fields. */
    record Found(CommandType<?, ?> command, Route route, Map<String, String> parameters)
        implements Match {}

    /** The path is known, but only with these methods. */
    record OtherMethods(String allowed) implements Match {}

    /** Nothing is there. */
    record NoSuchPath() implements Match {}
  }

  /** A place in the tree. */
  private static final class Node {

    private final Map<String, Node> fixed = new HashMap<>();
    private final Map<Route.Method, Target> targets = new EnumMap<>(Route.Method.class);
    private @Nullable Node anything;

    private Node anything() {
      if (anything == null) {
        anything = new Node();
      }
      return anything;
    }

    private @Nullable Node find(List<String> segments, int at) {
      if (at == segments.size()) {
        return targets.isEmpty() ? null : this;
      }
      String segment = segments.get(at);
      Node next = fixed.get(segment);
      Node found = next == null ? null : next.find(segments, at + 1);
      if (found == null && anything != null && !segment.isEmpty()) {
        found = anything.find(segments, at + 1);
      }
      return found;
    }
  }

  /** A command at its place; the names of the segments that are its fields. */
  private record Target(CommandType<?, ?> command, Route route, Map<Integer, String> names) {

    Match.Found at(List<String> segments) {
      Map<String, String> parameters = new HashMap<>();
      names.forEach((place, name) -> parameters.put(name, segments.get(place)));
      return new Match.Found(command, route, parameters);
    }
  }
}
