package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Json;
import im.parley.app.client.Person;
import im.parley.app.client.Receiver;
import im.parley.app.client.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written after a slash is done by a server elsewhere, at every door. */
class SlashTest {

  @TempDir Path data;

  @Test
  void aCommandSpeaksInTheRoomOrToOneAlone() throws Exception {
    try (Server server = Server.start(data, "--outbound", "anywhere");
        Receiver mill = new Receiver()) {
      Person ada = Person.register(server, "ada");
      Person bob = Person.register(server, "bob");
      try (Client owner = ada.connect();
          Client member = bob.connect()) {
        String room =
            owner.done("room.create", "kind", "private", "name", "Engines").at("room").text("id");
        owner.done("member.add", "room", room, "user", bob.id());
        member.next("room.added", room);
        String path = "/v1/rooms/" + room + "/slash-commands";
        Json wanted = Json.of("name", "weave", "url", mill.url(), "description", "Weaves");
        assertThat(bob.http().post(path, wanted).status()).isEqualTo(403);
        assertThat(ada.http().post(path, wanted).json(201).text("secret")).startsWith("whsec_");
        assertThat(ada.http().post(path, wanted).json(409).text("field")).isEqualTo("name");

        mill.say("{\"response_type\": \"in_channel\", \"text\": \"Woven *well*\"}");
        long seq =
            member
                .done("slash.run", "room", room, "name", "weave", "text", "1 & 2", "key", "k1")
                .number("seq");
        Json heard = owner.next("message.posted", room);
        assertThat(heard.number("seq")).isEqualTo(seq);
        assertThat(heard.at("data").text("text")).isEqualTo("Woven **well**");
        assertThat(mill.next().body()).startsWith("command=%2Fweave&text=1+%26+2&user_id=");
        Json again = Json.of("text", "1 & 2", "key", "k1");
        assertThat(bob.http().post(path + "/weave/run", again).json(201).number("seq"))
            .isEqualTo(seq);

        mill.say("Only for you");
        Json alone = Json.of("key", "k2");
        assertThat(bob.http().post(path + "/weave/run", alone).json(201).text("text"))
            .isEqualTo("Only for you");
        assertThat(member.refused("slash.run", "room", room, "name", "spin", "key", "k3"))
            .satisfies(refusal -> {
              assertThat(refusal.text("code")).isEqualTo("not_found");
              assertThat(refusal.text("field")).isEqualTo("name");
            });
        assertThat(ada.http().delete(path + "/weave").status()).isEqualTo(200);
        assertThat(bob.http().get(path).json(200).list("commands")).isEmpty();
      }
    }
  }
}
