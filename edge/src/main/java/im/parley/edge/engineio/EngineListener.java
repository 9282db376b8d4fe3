package im.parley.edge.engineio;

/** Hears what a session receives, on its event loop. */
public interface EngineListener {

  /** Stands in while nobody listens. */
  EngineListener NOBODY =
      new EngineListener() {
        @Override
        public void text(byte[] utf8) {}

        @Override
        public void binary(byte[] content) {}

        @Override
        public void closed() {}
      };

  /**
   * A text arrived.
   *
   * @param utf8 valid UTF-8 within the limit; the listener's own from now on
   */
  void text(byte[] utf8);

  /** Bytes arrived, within the limit; the listener's own from now on. */
  void binary(byte[] content);

  /** The session has ended, for whatever reason. Called once, after everything else. */
  void closed();
}
