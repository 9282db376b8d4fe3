package im.parley.bench.scenario;

import im.parley.bench.load.Fleet;
import im.parley.bench.load.Member;
import im.parley.bench.load.StormLoad;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is said while others are away. */
final class Talk {

  private Talk() {}

  /**
   * A few of these people, who are together in all rooms, say so many things in each room.
   *
   * @param few a fleet without anyone
   */
  static void inAllRooms(Fleet few, List<Member> people, int each) {
    StormLoad talk = new StormLoad();
    few.connect(speakers(people));
    few.work(talk);
    for (int round = 0; round < each; round++) {
      few.onLoop(() -> talk.sayOnce(few));
      Pause.until(() -> few.ask(talk::allAcknowledged));
    }
  }

  private static List<Member> speakers(List<Member> people) {
    Set<String> reached = new HashSet<>();
    List<Member> speakers = new ArrayList<>();
    for (Member member : people) {
      if (reached.addAll(member.rooms())) {
        speakers.add(member);
      }
    }
    return speakers;
  }
}
