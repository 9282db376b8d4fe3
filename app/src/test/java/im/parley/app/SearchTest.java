package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import org.junit.jupiter.api.Test;

/** What was just said is found, at both doors. */
class SearchTest {

  @RunningServer private static Server server;

  @Test
  void whatWasSaidIsFoundAtBothDoors() throws Exception {
    Person ada = Person.register(server, "ada");
    try (Client client = ada.connect()) {
      long seq = client.say(client.general(), "A xylophone plays");

      Json found = client.done("message.search", "query", "xylo");

      assertThat(found.list("hits")).hasSize(1);
      assertThat(found.list("hits").getFirst().at("message").number("seq")).isEqualTo(seq);
      assertThat(found.isTrue("more")).isFalse();
      assertThat(ada.http().get("/v1/search?query=xylo").json(200)).isEqualTo(found);
    }
  }

  @Test
  void aQueryWithoutAWordIsRefused() throws Exception {
    try (Client ada = Person.register(server, "ada").connect()) {
      Json error = ada.refused("message.search", "query", "\"*\" ()");
      assertThat(error.text("code")).isEqualTo("bad_request");
      assertThat(error.text("field")).isEqualTo("query");
    }
  }
}
