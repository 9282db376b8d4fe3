package im.parley.core.fake;

import im.parley.core.log.RoomPermission;
import im.parley.core.outbound.WebhookSecret;
import im.parley.core.outgoing.OutgoingHooks;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Outgoing;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The outgoing webhooks of an {@link InMemoryChat}. */
final class InMemoryOutgoing implements OutgoingHooks {

  private final InMemoryChat chat;
  private final TreeMap<Long, Active> kept = new TreeMap<>();
  private long lastId;

  InMemoryOutgoing(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Outgoing create(Outgoing wanted, WebhookSecret secret) {
    synchronized (chat) {
      FakeRoom room = chat.require(RoomPermission.MANAGE_OUTGOING, wanted.room(), wanted.by());
      if (of(wanted.room()).size() >= MAX_PER_ROOM) {
        throw OutgoingHooks.tooMany();
      }
      Outgoing made = at(wanted, ++lastId, room.log.size(), null);
      kept.put(lastId, new Active(made, secret));
      return made;
    }
  }

  @Override
  public List<Outgoing> of(RoomId room) {
    synchronized (chat) {
      return kept.values().stream()
          .map(Active::hook)
          .filter(hook -> hook.room().equals(room))
          .toList();
    }
  }

  @Override
  public List<Active> active() {
    synchronized (chat) {
      return kept.values().stream().filter(it -> it.hook().disabled() == null).toList();
    }
  }

  @Override
  public void delete(RoomId room, long id, UserId by) {
    synchronized (chat) {
      chat.require(RoomPermission.MANAGE_OUTGOING, room, by);
      if (!kept.containsKey(id) || !kept.get(id).hook().room().equals(room)) {
        throw OutgoingHooks.unknown();
      }
      kept.remove(id);
    }
  }

  @Override
  public boolean advance(long id, long seq) {
    synchronized (chat) {
      return kept.computeIfPresent(
              id, (_, it) -> new Active(at(it.hook(), id, seq, null), it.secret()))
          != null;
    }
  }

  @Override
  public void disable(long id, String reason) {
    synchronized (chat) {
      kept.computeIfPresent(
          id, (_, it) -> new Active(at(it.hook(), id, it.hook().seq(), reason), it.secret()));
    }
  }

  private static Outgoing at(Outgoing hook, long id, long seq, @Nullable String disabled) {
    return new Outgoing(
        id,
        hook.room(),
        hook.url(),
        hook.events(),
        hook.keywords(),
        hook.bots(),
        hook.by(),
        hook.at(),
        seq,
        disabled);
  }
}
