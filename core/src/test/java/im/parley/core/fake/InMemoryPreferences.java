package im.parley.core.fake;

import im.parley.core.notify.PreferenceStore;
import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Preferences;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What people want to be notified of, in memory. */
public final class InMemoryPreferences implements PreferenceStore {

  private final Map<UserId, Preferences> preferences = new ConcurrentHashMap<>();

  @Override
  public Preferences find(UserId user) {
    return preferences.getOrDefault(user, Preferences.NONE);
  }

  @Override
  public void keep(UserId user, Preferences kept) {
    preferences.put(user, kept);
  }
}
