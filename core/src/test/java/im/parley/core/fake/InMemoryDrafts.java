package im.parley.core.fake;

import im.parley.core.draft.Drafts;
import im.parley.core.log.Page;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Draft;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What people have begun to write in an {@link InMemoryChat}, however much it is. */
public final class InMemoryDrafts implements Drafts {

  private final InMemoryChat chat;

  public InMemoryDrafts(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public void set(UserId user, Draft draft) {
    synchronized (chat) {
      FakeRoom room = chat.require(draft.room());
      room.require(user);
      Map<Long, Draft> kept = room.drafts.computeIfAbsent(user, _ -> new TreeMap<>());
      if (draft.text().isEmpty()) {
        kept.remove(thread(draft));
      } else {
        kept.put(thread(draft), draft);
      }
    }
  }

  @Override
  public Page<Draft> of(UserId user, After after, int limit) {
    synchronized (chat) {
      List<Draft> drafts =
          chat.rooms.values().stream()
              .flatMap(room ->
                  Stream.ofNullable(room.drafts.get(user)).flatMap(kept -> kept.values().stream()))
              .filter(draft -> comesAfter(draft, after))
              .toList();
      return Pages.first(drafts, limit);
    }
  }

  private static boolean comesAfter(Draft draft, After after) {
    After place = After.of(draft.room(), thread(draft));
    return Comparator.comparing(After::room).thenComparingLong(After::thread).compare(place, after)
        > 0;
  }

  private static long thread(Draft draft) {
    return draft.thread() == null ? 0 : draft.thread();
  }
}
