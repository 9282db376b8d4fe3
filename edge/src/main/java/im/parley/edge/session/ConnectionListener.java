package im.parley.edge.session;

/** Hears what a connection receives, on its event loop. */
public interface ConnectionListener {

  /**
   * A text message arrived.
   *
   * @param utf8 valid UTF-8 of at most the inbound limit; the listener's own from now on
   */
  void received(byte[] utf8);

  /** The connection has closed, for whatever reason. Called once, after everything else. */
  void closed();
}
