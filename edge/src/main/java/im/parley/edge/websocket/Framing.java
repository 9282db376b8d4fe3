package im.parley.edge.websocket;

/** How text goes into frames from the server. Safe to share. */
@FunctionalInterface
interface Framing {

  /** Text as it is. */
  Framing PLAIN = (utf8, _) -> WebSocketFrames.text(utf8);

  /**
   * A text.
   *
   * @param readers how many get these bytes, at least 1
   * @return a whole frame
   */
  byte[] text(byte[] utf8, int readers);
}
