package im.parley.edge.socketio;

import java.time.Duration;

/**
 * What is asked of clients.
 *
 * @param connectTimeout how long a client may be in no namespace before its session ends
 */
public record SocketIoConfig(Duration connectTimeout) {}
