package im.parley.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import im.parley.edge.testing.RawClient;
import im.parley.edge.testing.RawClient.Answer;
import im.parley.edge.testing.TestServer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AdminServiceTest {

  private static final byte[] METRICS = "parley_up 1\n".getBytes(UTF_8);

  @Test
  void itShowsMetricsAndHealthAndNothingElse() throws Exception {
    AtomicBoolean ready = new AtomicBoolean(true);
    AdminService admin = new AdminService(METRICS::clone, ready::get);
    try (TestServer server = TestServer.with(admin);
        RawClient client = new RawClient(server.port())) {
      Answer metrics = get(client, "/metrics");
      assertThat(metrics.body()).isEqualTo("parley_up 1\n");
      assertThat(metrics.header("content-type")).startsWith("text/plain; version=0.0.4");
      assertThat(get(client, "/healthz").body()).isEqualTo("ok\n");
      assertThat(get(client, "/readyz").status()).isEqualTo(200);
      ready.set(false);
      assertThat(get(client, "/readyz").status()).isEqualTo(503);
      assertThat(get(client, "/healthz").status()).isEqualTo(200);
      assertThat(get(client, "/v1/me").status()).isEqualTo(404);
      assertThat(get(client, "/").status()).isEqualTo(404);
    }
  }

  private static Answer get(RawClient client, String path) throws Exception {
    return client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").answer();
  }
}
