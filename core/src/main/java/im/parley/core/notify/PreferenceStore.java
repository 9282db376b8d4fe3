package im.parley.core.notify;

import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Preferences;

/** Keeps what people want to be notified of. */
public interface PreferenceStore {

  /** What this user has set; nothing when there is no such user. Waits for the store. */
  Preferences find(UserId user);

  /** Keeps all of it, durably, in place of what was there. Waits for the store. */
  void keep(UserId user, Preferences preferences);
}
