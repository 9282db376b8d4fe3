package im.parley.edge.http;

/** Answers requests. */
@FunctionalInterface
public interface HttpService {

  /** Takes one request. Called on the connection's event loop, so it must not wait. */
  HttpOutcome serve(HttpCall call);
}
