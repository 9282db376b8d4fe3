package im.parley.app.chaos;

import im.parley.store.fixture.Wire;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** What can happen to a cluster. Each is over when it returns, and the crowd goes on. */
enum Fault {
  /** A node is killed under load, and comes back. */
  NODE_KILLED {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      Cluster.Node node = any(cluster, random);
      node.server().kill();
      TimeUnit.SECONDS.sleep(2);
      node.startAgain();
    }
  },

  /** All nodes are killed at once. */
  ALL_NODES_KILLED {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      for (Cluster.Node node : cluster.nodes()) {
        node.server().kill();
      }
      for (Cluster.Node node : cluster.nodes()) {
        node.startAgain();
      }
    }
  },

  /** Redis is killed, and comes back empty. */
  REDIS_KILLED {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      cluster.redis().kill();
      TimeUnit.SECONDS.sleep(3);
      cluster.redis().startAgain();
      TimeUnit.SECONDS.sleep(3);
    }
  },

  /** PostgreSQL is killed, and comes back with what is on its disk. */
  POSTGRES_KILLED {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      cluster.postgres().kill();
      Crowd.await(
          "no node says that it is ready",
          () -> cluster.nodes().stream().noneMatch(Fault::isReady));
      cluster.postgres().startAgain();
      Crowd.await("all are ready again", () -> cluster.nodes().stream().allMatch(Fault::isReady));
    }
  },

  /** A node stands still, and goes on as if nothing had been. */
  NODE_HELD {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      Cluster.Node node = any(cluster, random);
      crowd.nodeHeld(node, true);
      node.server().hold(true);
      TimeUnit.SECONDS.sleep(20);
      node.server().hold(false);
      crowd.nodeHeld(node, false);
    }
  },

  /** A node's link to Redis carries nothing, and nobody is told. */
  REDIS_SILENT {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      Cluster.Node node = any(cluster, random);
      node.toRedis.silent(true);
      TimeUnit.SECONDS.sleep(20);
      node.toRedis.silent(false);
    }
  },

  /** Nodes lose the answers to commits that were done. */
  COMMIT_CUT {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      for (int i = 0; i < 6; i++) {
        any(cluster, random).toPostgres.cutNextCommit(Wire.Cut.BEFORE_ITS_ANSWER);
        TimeUnit.MILLISECONDS.sleep(500);
      }
    }
  },

  /** Each node in turn is ended in good order and started again. */
  ROLLING_RESTART {
    @Override
    void happen(Cluster cluster, Crowd crowd, Random random) throws Exception {
      for (Cluster.Node node : cluster.nodes()) {
        node.server().terminate();
        node.startAgain();
        TimeUnit.SECONDS.sleep(1);
      }
    }
  };

  /** Lets it happen. */
  abstract void happen(Cluster cluster, Crowd crowd, Random random) throws Exception;

  private static Cluster.Node any(Cluster cluster, Random random) {
    return cluster.nodes().get(random.nextInt(Cluster.NODES));
  }

  private static boolean isReady(Cluster.Node node) {
    try {
      return node.isReady();
    } catch (Exception e) {
      return false;
    }
  }
}
