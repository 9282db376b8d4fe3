package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People say what they want to be notified of. */
class PreferencesTest {

  private static final String PATH = "/v1/me/preferences";
  private static final Map<String, Object> NIGHT =
      Map.of("from", "22:00", "to", "07:00", "zone", "Europe/Berlin");

  @RunningServer private static Server server;

  @Test
  void theOtherDevicesOfAPersonHearWhatIsSet() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client here = ada.connect();
        Client there = ada.connect()) {
      Json set = here.done("preferences.set", "keywords", List.of("loom"), "quietHours", NIGHT);

      Map<String, Object> expected = Map.of("keywords", List.of("loom"), "quietHours", NIGHT);
      assertThat(set.at("preferences").fields()).isEqualTo(expected);
      assertThat(there.next("preferences.changed").at("data").at("preferences").fields())
          .isEqualTo(expected);
      assertThat(ada.http().get(PATH).json(200)).isEqualTo(set);
    }
  }

  @Test
  void theyAreSetOverHttpAndRefusedWithTheFieldThatIsWrong() throws Exception {
    Person ada = Person.register(server, "ada");

    assertThat(ada.http().get(PATH).body()).isEqualTo("{\"preferences\":{\"keywords\":[]}}");
    put(ada, Json.of("keywords", List.of("engine"))).json(200);
    Json refused =
        put(ada, Json.of("keywords", List.of(), "quietHours", Map.of("from", "25:00"))).json(400);

    assertThat(refused.text("field")).isEqualTo("quietHours");
    assertThat(ada.http().get(PATH).json(200).at("preferences").fields())
        .isEqualTo(Map.of("keywords", List.of("engine")));
  }

  private static Http.Answer put(Person person, Json preferences) throws Exception {
    return person.http().send("PUT", PATH, preferences.toString());
  }
}
