package im.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import im.parley.app.client.Client;
import im.parley.app.client.Http.Answer;
import im.parley.app.client.Metrics;
import im.parley.app.client.Person;
import im.parley.app.client.RunningServer;
import im.parley.app.client.Server;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Operators see what the server does, and nobody else does. */
class MetricsTest {

  @RunningServer private static Server server;

  @Test
  void commandsAreCountedByTypeAndOutcome() throws Exception {
    try (Client client = Person.register(server, "ada").connect()) {
      String done = "parley_commands_seconds_count{outcome=\"done\",type=\"message.send\"}";
      String refused = "parley_commands_seconds_count{outcome=\"refused\",type=\"message.send\"}";
      Metrics before = server.metrics();
      client.say(client.general(), "one");
      client.say(client.general(), "two");
      client.refused("message.send", "room", "nowhere", "key", "k", "text", "three");
      Metrics after = server.metrics();
      assertThat(after.get(done) - before.get(done)).isEqualTo(2);
      assertThat(after.get(refused) - before.get(refused)).isEqualTo(1);
      assertThat(after.values())
          .containsKey(done.replace("count{", "bucket{").replace("}", ",le=\"0.005\"}"));
    }
  }

  @Test
  void deliveriesAreCountedByType() throws Exception {
    String posted = "parley_deliveries_total{type=\"message.posted\"}";
    try (Client ada = Person.register(server, "ada").connect();
        Client bob = Person.register(server, "bob").connect()) {
      double before = server.metrics().get(posted);
      long seq = ada.say(ada.general(), "To both");
      ada.heardUntil(ada.general(), seq);
      bob.heardUntil(bob.general(), seq);
      assertThat(server.metrics().get(posted) - before).isEqualTo(2);
    }
  }

  @Test
  void connectionsAreCountedAsTheyComeAndGo() throws Exception {
    String open = "parley_websockets_open";
    double before = server.metrics().get(open);
    try (Client client = Person.register(server, "ada").connect()) {
      assertThat(server.metrics().get(open) - before).isEqualTo(1);
      assertThat(server.metrics().get("parley_connections_open{server=\"clients\"}")).isPositive();
      client.socket().send(8, new byte[] {3, (byte) 0xe8});
      assertThat(client.socket().closeCode()).isEqualTo(1000);
    }
    double now = server.metrics().get(open);
    while (now > before) {
      now = server.metrics().get(open);
    }
    assertThat(now).isEqualTo(before);
  }

  @Test
  void commitsQueuesAndSlowConsumersAreThere() throws Exception {
    Person.register(server, "ada");
    Metrics metrics = server.metrics();
    assertThat(metrics.get("parley_store_commit_seconds_count")).isPositive();
    assertThat(metrics.get("parley_store_commit_seconds_sum")).isPositive();
    assertThat(metrics.get("parley_store_batch_sum"))
        .isGreaterThanOrEqualTo(metrics.get("parley_store_batch_count"));
    assertThat(metrics.values())
        .containsEntry("parley_slow_consumers_total", 0.0)
        .containsKeys("parley_store_writer_queue", "parley_store_reader_queue");
  }

  @Test
  void theyAreOnTheOperatorsListenerOnLoopbackAndNowhereElse() throws Exception {
    assertThat(URI.create(server.adminUrl()).getHost()).isEqualTo("127.0.0.1");
    Answer metrics = server.admin().get("/metrics");
    assertThat(metrics.header("Content-Type").orElseThrow())
        .startsWith("text/plain; version=0.0.4");
    assertThat(server.http("").get("/metrics").body()).doesNotContain("parley_");
    assertThat(server.admin().get("/v1/me").status()).isEqualTo(404);
    assertThat(server.admin().get("/healthz").status()).isEqualTo(200);
    assertThat(server.admin().get("/readyz").body()).isEqualTo("ok\n");
  }
}
