package im.parley.edge.http;

/**
 * Every path at which something is served that is neither a command nor a file of the web client.
 * Nothing else can be served: {@code docs/openapi.json} describes each of them.
 */
public enum HttpPlace {
  /** WebSockets. */
  CONNECT("/v1/connect"),
  /** Events as a stream. */
  EVENTS("/v1/events"),
  /** Clients of Socket.IO. */
  SOCKET_IO("/socket.io/"),
  /** Files come in. */
  FILES("/v1/files"),
  /** A file goes out. */
  FILE("/v1/files/{file}"),
  /** The small picture of an image goes out. */
  THUMBNAIL("/v1/files/{file}/thumbnail"),
  /** Messages from elsewhere. */
  HOOK("/v1/hooks/{secret}"),
  /** Whether the process answers. */
  ALIVE("/healthz"),
  /** Whether the server can do its work. */
  READY("/readyz"),
  /** Every measurement, for operators alone. */
  METRICS("/metrics");

  private final String path;

  HttpPlace(String path) {
    this.path = path;
  }

  /** Its path, with what varies in braces. */
  public String path() {
    return path;
  }

  /** What its path begins with: all of it, unless something varies. */
  String prefix() {
    int varies = path.indexOf('{');
    return varies < 0 ? path : path.substring(0, varies);
  }

  /** Whether part of its path varies. */
  boolean varies() {
    return path.contains("{");
  }
}
