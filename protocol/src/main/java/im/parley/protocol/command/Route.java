package im.parley.protocol.command;

/**
 * The HTTP request that carries a command. Parts of the path in braces fill the fields of the same
 * name; the other fields are the JSON body, or the query of a GET or DELETE.
 *
 * @param method the request method
 * @param path the path template, under {@code /v1}
 * @param success the status of an answer without error: 201 where something is made, else 200
 */
public record Route(Method method, String path, int success) {

  /** The request methods that carry commands (RFC 9110, section 9). */
  public enum Method {
    GET(false),
    POST(true),
    PUT(true),
    PATCH(true),
    DELETE(false);

    private final boolean body;

    Method(boolean body) {
      this.body = body;
    }

    /** Whether the fields come as a JSON body; otherwise they are the query. */
    public boolean hasBody() {
      return body;
    }
  }

  static Route get(String path) {
    return new Route(Method.GET, path, 200);
  }

  static Route post(String path) {
    return new Route(Method.POST, path, 200);
  }

  /** A POST that makes something. */
  static Route make(String path) {
    return new Route(Method.POST, path, 201);
  }

  static Route put(String path) {
    return new Route(Method.PUT, path, 200);
  }

  static Route patch(String path) {
    return new Route(Method.PATCH, path, 200);
  }

  static Route delete(String path) {
    return new Route(Method.DELETE, path, 200);
  }
}
