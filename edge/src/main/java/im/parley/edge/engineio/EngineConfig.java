package im.parley.edge.engineio;

import java.time.Duration;

/**
 * What a door grants its clients.
 *
 * @param pingInterval how long after a client was last heard well it is asked for a sign of life
 * @param pingTimeout how long it may take to give one
 * @param upgradeTimeout how long a change from polling to a WebSocket may take
 * @param maxPayload the longest message, and the longest body of a POST, in bytes
 * @param maxSessions how many sessions may be open at once; one more is refused
 */
public record EngineConfig(
    Duration pingInterval,
    Duration pingTimeout,
    Duration upgradeTimeout,
    int maxPayload,
    int maxSessions) {

  public EngineConfig {
    if (pingInterval.toMillis() < 1 || pingTimeout.toMillis() < 1) {
      throw new IllegalArgumentException("A heartbeat takes at least a millisecond");
    }
    if (maxPayload < 1 || maxSessions < 1) {
      throw new IllegalArgumentException("maxPayload and maxSessions must be at least 1");
    }
  }
}
