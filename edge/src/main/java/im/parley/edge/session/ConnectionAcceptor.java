package im.parley.edge.session;

/** Where a door brings its new connections, on their event loops. */
@FunctionalInterface
public interface ConnectionAcceptor {

  /** A connection is open: this listener hears it from now on. */
  ConnectionListener accept(Connection connection);
}
