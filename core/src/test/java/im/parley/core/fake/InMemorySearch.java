package im.parley.core.fake;

import im.parley.core.log.Page;
import im.parley.core.log.RoomRules;
import im.parley.core.search.MessageSearch;
import im.parley.protocol.error.RefusedException;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.reply.Hits;
import im.parley.protocol.view.Hit;
import im.parley.protocol.view.Message;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds messages in an {@link InMemoryChat} by looking at all of them. */
public final class InMemorySearch implements MessageSearch {

  private final InMemoryChat chat;

  public InMemorySearch(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Hits find(Search search) {
    synchronized (chat) {
      requireMember(search);
      List<Hit> all =
          chat.rooms.values().stream()
              .filter(room -> room.members.containsKey(search.searcher()))
              .flatMap(room -> room.log.stream())
              .<Message>mapMulti(FakeMessages::add)
              .filter(message -> counts(message, search.filter()))
              .sorted(Comparator.comparing(Message::at).thenComparingLong(Message::seq).reversed())
              .map(message -> new Hit(message, search.words().in(message.text())))
              .filter(hit -> !hit.highlights().isEmpty())
              .toList();
      int from = search.after() == null ? 0 : skipped(search.after());
      Page<Hit> page =
          Pages.first(all.subList(Math.min(from, all.size()), all.size()), search.limit());
      return new Hits(
          page.items(),
          page.more(),
          page.more() ? Integer.toString(from + page.items().size()) : null);
    }
  }

  private void requireMember(Search search) {
    RoomId room = search.filter().room();
    FakeRoom found = room == null ? null : chat.rooms.get(room.value());
    if (room != null && (found == null || !found.members.containsKey(search.searcher()))) {
      throw RoomRules.noSuchRoom();
    }
  }

  private static boolean counts(Message message, Filter filter) {
    return is(message.room(), filter.room())
        && is(message.by(), filter.by())
        && (filter.since() == null || !message.at().isBefore(filter.since()))
        && (filter.until() == null || message.at().isBefore(filter.until()))
        && (!filter.hasFile() || message.attachments() != null);
  }

  private static boolean is(Object value, @Nullable Object wanted) {
    return wanted == null || wanted.equals(value);
  }

  private static int skipped(String after) {
    try {
      return Integer.parseUnsignedInt(after);
    } catch (NumberFormatException e) {
      throw RefusedException.badField("after", "must be the 'next' of an earlier answer");
    }
  }
}
