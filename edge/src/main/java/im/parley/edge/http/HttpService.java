package im.parley.edge.http;

import java.util.Optional;

/** Answers requests. */
@FunctionalInterface
public interface HttpService {

  /** Takes one request. Called on the connection's event loop, so it must not wait. */
  HttpOutcome serve(HttpCall call);

  /**
   * Who takes the body of this request in piece by piece; empty if it is to be served as a whole.
   * Called on the connection's event loop, before any of the body is read.
   *
   * @param head the request without its body
   */
  default Optional<BodySink> sink(HttpCall head) {
    return Optional.empty();
  }

  /**
   * How long the body of this request may be, in bytes, if it is served as a whole. Called on the
   * connection's event loop, before any of the body is read.
   *
   * @param head the request without its body
   */
  default int maxBody(HttpCall head) {
    return HttpDoor.MAX_BODY;
  }
}
