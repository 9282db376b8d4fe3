package im.parley.app;

import im.parley.app.config.ServerConfig;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves until the process is told to end. */
final class Serve {

  private static final Logger log = LoggerFactory.getLogger(Serve.class);

  private Serve() {}

  static int run(ServerConfig config) {
    ParleyServer server = ParleyServer.start(config);
    CountDownLatch ended = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("shutdown")
                .unstarted(() -> {
                  server.close();
                  // A drained server has ended well, whatever signal asked for it.
                  Runtime.getRuntime().halt(0);
                }));
    System.out.println("Parley is ready. Open " + server.url() + "/ in a browser.");
    System.out.println("Metrics and health for operators: " + server.adminUrl() + "/metrics");
    if (!config.limits()) {
      log.warn("RATE LIMITS ARE OFF: anyone can flood this server. Use this for load tests only.");
    }
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
