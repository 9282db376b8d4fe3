package im.parley.core.notify;

import im.parley.core.dispatch.Caller;
import im.parley.core.dispatch.Handler;
import im.parley.core.live.Bus;
import im.parley.core.live.Notice;
import im.parley.protocol.command.GetPreferences;
import im.parley.protocol.command.SetPreferences;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.reply.PreferencesReply;
import im.parley.protocol.view.Preferences;
import java.util.List;

/** Carries out {@code preferences.*}. */
public final class PreferenceHandlers {

  private final PreferenceStore store;
  private final Bus bus;

  private PreferenceHandlers(PreferenceStore store, Bus bus) {
    this.store = store;
    this.bus = bus;
  }

  /** The handlers of {@code preferences.get} and {@code preferences.set}. */
  public static List<Handler<?, ?>> of(PreferenceStore store, Bus bus) {
    PreferenceHandlers handlers = new PreferenceHandlers(store, bus);
    return List.of(
        new Handler.ForSignedIn<>(GetPreferences.TYPE, handlers::get),
        new Handler.ForSignedIn<>(SetPreferences.TYPE, handlers::set));
  }

  private PreferencesReply get(Caller.SignedIn caller, GetPreferences command) {
    return new PreferencesReply(store.find(caller.user()));
  }

  private PreferencesReply set(Caller.SignedIn caller, SetPreferences command) {
    Preferences preferences = new Preferences(command.keywords(), command.quietHours());
    store.keep(caller.user(), preferences);
    Signal changed = new Signal.PreferencesChanged(preferences);
    bus.tell(caller.user(), new Notice.Told(new SignalEvent(null, changed)));
    return new PreferencesReply(preferences);
  }
}
