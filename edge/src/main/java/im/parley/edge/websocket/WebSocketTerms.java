package im.parley.edge.websocket;

import im.parley.edge.server.DeadlineSweeps;

/**
 * What holds for every WebSocket of a door.
 *
 * @param maxMessage the longest message from a client, in bytes
 * @param content what messages may hold
 * @param sweeps what ends waits that last too long
 * @param meters where they are counted
 */
public record WebSocketTerms(
    int maxMessage, Content content, DeadlineSweeps sweeps, WebSocketMeters meters) {

  /** What the messages of a client may hold. */
  public enum Content {
    /** Text alone; anything else breaks the rules. */
    TEXT,
    /** Text or bytes. */
    TEXT_AND_BINARY
  }
}
