package im.parley.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.protocol.id.UserId;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.QuietHours;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link im.parley.core.notify.PreferenceStore} promises. */
public abstract class PreferencesContract extends StoreContract {

  private static final Preferences ALL =
      new Preferences(
          List.of("loom", "release plan"),
          new QuietHours("22:00", "07:00", "Europe/Berlin", List.of(1, 7)));

  @Test
  void whatIsKeptIsFound() {
    UserId ada = register("ada");
    UserId bob = register("bob");

    store.ports().preferences().keep(ada, ALL);

    assertThat(store.ports().preferences().find(ada)).isEqualTo(ALL);
    assertThat(store.ports().preferences().find(bob)).isEqualTo(Preferences.NONE);
    assertThat(store.ports().preferences().find(UserId.random())).isEqualTo(Preferences.NONE);
  }

  @Test
  void theLastTakesThePlaceOfAll() {
    UserId ada = register("ada");
    Preferences daily = new Preferences(List.of(), new QuietHours("12:00", "13:00", "UTC", null));

    for (Preferences preferences : List.of(ALL, daily, Preferences.NONE)) {
      store.ports().preferences().keep(ada, preferences);
      assertThat(store.ports().preferences().find(ada)).isEqualTo(preferences);
    }
  }
}
