package im.parley.core.fake;

import im.parley.core.log.HistoryWindow;
import im.parley.core.log.Page;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import im.parley.protocol.view.Message;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Messages as a view of a room's log. */
final class FakeMessages {

  private FakeMessages() {}

  static void add(DurableEvent event, Consumer<Message> messages) {
    if (event.data() instanceof Fact.MessagePosted posted) {
      messages.accept(
          new Message(
              event.room(),
              event.seq(),
              posted.number(),
              event.at(),
              event.by(),
              posted.text(),
              posted.key(),
              null,
              null,
              posted.replyTo(),
              posted.thread(),
              null,
              null,
              null,
              null,
              null,
              posted.attachments(),
              posted.forwarded(),
              null,
              posted.expiresAt(),
              null));
    }
  }

  static Page<Message> page(List<Message> all, HistoryWindow window, int limit) {
    return switch (window) {
      case HistoryWindow.Newest() -> Pages.last(all, limit);
      case HistoryWindow.Before(long seq) -> Pages.last(below(all, seq), limit);
      case HistoryWindow.After(long seq) -> Pages.first(above(all, seq), limit);
      case HistoryWindow.Around(long seq) -> {
        Page<Message> older = Pages.last(below(all, seq + 1), (limit + 1) / 2);
        Page<Message> newer = Pages.first(above(all, seq), limit / 2);
        yield new Page<>(
            Stream.concat(older.items().stream(), newer.items().stream()).toList(), older.more());
      }
    };
  }

  private static List<Message> below(List<Message> all, long seq) {
    return all.stream().filter(message -> message.seq() < seq).toList();
  }

  private static List<Message> above(List<Message> all, long seq) {
    return all.stream().filter(message -> message.seq() > seq).toList();
  }
}
