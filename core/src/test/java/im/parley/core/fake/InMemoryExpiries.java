package im.parley.core.fake;

import im.parley.core.expiry.Expiries;
import im.parley.protocol.event.DurableEvent;
import im.parley.protocol.event.Fact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The messages of an {@link InMemoryChat} whose time will be over. */
final class InMemoryExpiries implements Expiries {

  private final InMemoryChat chat;

  InMemoryExpiries(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Optional<Instant> next() {
    synchronized (chat) {
      return standing().map(InMemoryExpiries::end).findFirst();
    }
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    synchronized (chat) {
      return standing()
          .filter(event -> !end(event).isAfter(now))
          .limit(limit)
          .map(event -> new Due(event.room(), event.seq(), event.by()))
          .toList();
    }
  }

  @Override
  public CompletableFuture<Boolean> expire(Due due) {
    return chat.attempt(() -> {
      FakeRoom room = chat.require(due.room());
      if (room.isDeleted(due.seq())) {
        return false;
      }
      int before = room.log.size();
      room.add(chat.now(), due.by(), new Fact.MessageDeleted(due.seq(), true));
      chat.announceAfter(room, before);
      return true;
    });
  }

  /** Those that are not deleted, the earliest end first. */
  private Stream<DurableEvent> standing() {
    return chat.rooms.values().stream()
        .flatMap(room -> room.log.stream().filter(event -> !room.isDeleted(event.seq())))
        .filter(event ->
            event.data() instanceof Fact.MessagePosted posted && posted.expiresAt() != null)
        .sorted(Comparator.comparing(InMemoryExpiries::end));
  }

  private static Instant end(DurableEvent event) {
    return Objects.requireNonNull(((Fact.MessagePosted) event.data()).expiresAt());
  }
}
