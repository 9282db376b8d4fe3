package im.parley.core.notify;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.core.dispatch.Caller;
import im.parley.core.fake.RecordingBus;
import im.parley.core.fake.TestChat;
import im.parley.core.live.Notice;
import im.parley.protocol.command.GetPreferences;
import im.parley.protocol.command.SetPreferences;
import im.parley.protocol.event.Signal;
import im.parley.protocol.event.SignalEvent;
import im.parley.protocol.view.Preferences;
import im.parley.protocol.view.QuietHours;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  private static final QuietHours NIGHT = new QuietHours("22:00", "07:00", "Europe/Berlin", null);

  @AutoClose private final TestChat chat = new TestChat();
  private final Caller.SignedIn ada = chat.signUp("ada");
  private final Caller.SignedIn grace = chat.signUp("grace");

  @Test
  void everyoneHasTheirOwnAndSetsThemWhole() {
    chat.ask(ada, new SetPreferences(List.of("loom", " loom", "release plan"), NIGHT));
    assertThat(preferences(ada)).isEqualTo(new Preferences(List.of("loom", "release plan"), NIGHT));
    assertThat(preferences(grace)).isEqualTo(Preferences.NONE);

    chat.ask(ada, new SetPreferences(List.of(), null));
    assertThat(preferences(ada)).isEqualTo(Preferences.NONE);
  }

  @Test
  void onesOwnSessionsHearOfThem() {
    chat.bus().forget();
    chat.ask(ada, new SetPreferences(List.of("loom"), null));

    Signal changed = new Signal.PreferencesChanged(new Preferences(List.of("loom"), null));
    assertThat(chat.bus().notices())
        .containsExactly(
            new RecordingBus.Told(ada.user(), new Notice.Told(new SignalEvent(null, changed))));
  }

  private Preferences preferences(Caller.SignedIn caller) {
    return chat.ask(caller, new GetPreferences()).preferences();
  }
}
