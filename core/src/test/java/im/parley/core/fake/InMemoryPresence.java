package im.parley.core.fake;

import im.parley.core.presence.Chosen;
import im.parley.core.presence.PresenceRecord;
import im.parley.core.presence.PresenceRecords;
import im.parley.protocol.id.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What is kept of the presence of everyone in an {@link InMemoryChat}. */
public final class InMemoryPresence implements PresenceRecords {

  private final InMemoryChat chat;
  private final Map<UserId, PresenceRecord> records = new HashMap<>();

  public InMemoryPresence(InMemoryChat chat) {
    this.chat = chat;
  }

  @Override
  public Map<UserId, PresenceRecord> find(Collection<UserId> users) {
    synchronized (chat) {
      Map<UserId, PresenceRecord> found = new HashMap<>();
      users.stream().filter(chat.users::containsKey).forEach(user -> found.put(user, record(user)));
      return found;
    }
  }

  @Override
  public PresenceRecord choose(UserId user, Chosen chosen) {
    synchronized (chat) {
      PresenceRecord kept = new PresenceRecord(chosen, record(user).lastSeen());
      records.put(user, kept);
      return kept;
    }
  }

  @Override
  public void seen(UserId user, Instant at) {
    synchronized (chat) {
      records.put(user, new PresenceRecord(record(user).chosen(), at));
    }
  }

  private PresenceRecord record(UserId user) {
    return records.getOrDefault(user, PresenceRecord.NONE);
  }
}
