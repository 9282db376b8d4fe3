package im.parley.app;

import im.parley.app.client.Server;

/** With the embedded database. */
class SurvivesKillTest extends KillBehavior {

  @Override
  Server start() throws Exception {
    return Server.start(data, "--limits", "off");
  }
}
