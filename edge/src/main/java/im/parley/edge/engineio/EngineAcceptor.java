package im.parley.edge.engineio;

/** Where a door brings its new sessions, on their event loops. */
@FunctionalInterface
public interface EngineAcceptor {

  /** A session has begun: this listener hears it from now on. */
  EngineListener accept(EngineSession session);
}
