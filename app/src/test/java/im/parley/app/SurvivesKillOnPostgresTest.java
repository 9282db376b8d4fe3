package im.parley.app;

import im.parley.app.client.Postgres;
import im.parley.app.client.Server;
import org.junit.jupiter.api.AfterEach;

/** With PostgreSQL, which is not killed. */
class SurvivesKillOnPostgresTest extends KillBehavior {

  private final Postgres postgres = Postgres.start();

  @Override
  Server start() throws Exception {
    return Server.start(data, "--limits", "off", "--database", postgres.url());
  }

  @AfterEach
  void stop() {
    postgres.close();
  }
}
