package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM: clients are told, what was begun is finished, the process ends well. */
class DrainTest {

  @TempDir Path data;

  @Test
  void clientsAreToldAndSentAwayAndTheProcessEndsWell() throws Exception {
    try (Server server = Server.start(data)) {
      String token = server.register("ada");
      Client client = Client.hello(server.url(), token);
      List<Client> listeners = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        listeners.add(Client.hello(server.url(), token));
      }
      client.tell("message.send", "room", client.general(), "key", "k1", "text", "The last word");

      CompletableFuture<Integer> status = new CompletableFuture<>();
      Thread.ofVirtual()
          .start(() -> {
            try {
              status.complete(server.terminate());
            } catch (InterruptedException e) {
              status.completeExceptionally(e);
            }
          });

      long wait = client.next("server.draining").at("data").number("reconnectInMs");
      assertThat(wait).isBetween(0L, 10_000L);
      assertThat(client.socket().closeCode()).isEqualTo(4001);
      assertThat(listeners).allMatch(listener -> listener.socket().closeCode() == 4001);
      assertThat(status.get()).isZero();
    }
    try (Server server = Server.start(data)) {
      assertThat(server.http("").get("/readyz").body()).isEqualTo("ok\n");
    }
  }
}
