package im.parley.app.chaos;

import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What nodes say of what came of it all.
 *
 * @param people those who are in the rooms
 * @param stayed those of them who have been there all the time
 */
record Survey(Cluster cluster, List<Person> people, List<Person> stayed, List<String> rooms) {

  /** The log of a room, as a node tells it. */
  List<History.Line> log(Cluster.Node node, String room) throws Exception {
    Http reader = new Http(node.url(), people.getFirst().token());
    List<History.Line> lines = new ArrayList<>();
    boolean more = true;
    while (more) {
      String path = "/v1/rooms/" + room + "/events?limit=200&after=" + lines.size();
      Json page = reader.get(path).json(200);
      for (Json event : page.list("events")) {
        String key =
            event.text("type").equals("message.posted") ? event.at("data").text("key") : null;
        lines.add(new History.Line(event.number("seq"), key));
      }
      more = page.isTrue("more");
    }
    return lines;
  }

  /** Whether every node says the same of members, of what is unread, and of who has stayed. */
  boolean agrees() {
    try {
      Set<String> views = new HashSet<>();
      for (Cluster.Node node : cluster.nodes()) {
        views.add(view(node));
      }
      return views.size() == 1;
    } catch (Exception e) {
      return false;
    }
  }

  private String view(Cluster.Node node) throws Exception {
    StringBuilder view = new StringBuilder();
    for (Person person : people) {
      Http http = new Http(node.url(), person.token());
      for (String room : rooms) {
        Json summary = http.get("/v1/rooms/" + room).json(200).at("room");
        view.append(summary.number("unread")).append(" of ").append(summary.number("members"));
        view.append(", ");
      }
    }
    try (Client watcher = Client.hello(node.url(), people.getFirst().token())) {
      // Those who have just gone are thought to be there for a while, and not everywhere as long.
      List<String> users = stayed.stream().map(Person::id).toList();
      for (Json presence : watcher.done("presence.watch", "users", users).list("presences")) {
        view.append(presence.text("user")).append(' ').append(presence.text("state")).append(", ");
      }
    }
    return view.toString();
  }
}
