package im.parley.bench.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;

/** Which node each member connects to, by its port. */
public final class Spread implements ToIntFunction<Member> {

  private final Map<String, Integer> ports = new ConcurrentHashMap<>();

  /** Sends these members to these nodes from now on, in turn. */
  public void assign(List<Member> members, List<Integer> nodes) {
    for (int i = 0; i < members.size(); i++) {
      ports.put(members.get(i).user(), nodes.get(i % nodes.size()));
    }
  }

  /** Sends each member to the node after theirs, the last node's to the first. */
  public void rotate(List<Integer> nodes) {
    ports.replaceAll((_, port) -> nodes.get((nodes.indexOf(port) + 1) % nodes.size()));
  }

  /** Those of these members who connect to this node. */
  public List<Member> at(int node, List<Member> members) {
    return members.stream().filter(member -> applyAsInt(member) == node).toList();
  }

  @Override
  public int applyAsInt(Member member) {
    Integer port = ports.get(member.user());
    if (port == null) {
      throw new IllegalStateException(member.user() + " was sent to no node");
    }
    return port;
  }
}
