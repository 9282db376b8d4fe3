package im.parley.core.fake;

import im.parley.core.notify.NotifyLevels;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.NotifyLevel;

/** What draws attention in an {@link InMemoryChat}. */
public final class InMemoryNotifyLevels implements NotifyLevels {

  private final InMemoryChat chat;

  public InMemoryNotifyLevels(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public void set(RoomId room, UserId user, NotifyLevel level) {
    synchronized (chat) {
      FakeRoom found = chat.require(room);
      found.members.put(user, found.require(user).notifiedOf(level));
    }
  }
}
