package im.parley.edge.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is where on one listener. */
public final class HttpSite implements HttpService {

  private final Map<String, HttpService> exact = new HashMap<>();
  private final Map<String, HttpService> below = new HashMap<>();
  private final HttpService api;
  private final HttpService rest;

  /**
   * Puts services in their places.
   *
   * @param places what answers at each place; where the path varies, the service looks at it
   * @param api what answers elsewhere under {@code /v1/}
   * @param rest what answers everywhere else
   */
  public HttpSite(Map<HttpPlace, HttpService> places, HttpService api, HttpService rest) {
    places.forEach(
        (place, service) -> (place.varies() ? below : exact).put(place.prefix(), service));
    this.api = api;
    this.rest = rest;
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    return at(call.path()).serve(call);
  }

  @Override
  public Optional<BodySink> sink(HttpCall head) {
    return at(head.path()).sink(head);
  }

  @Override
  public int maxBody(HttpCall head) {
    return at(head.path()).maxBody(head);
  }

  private HttpService at(String path) {
    HttpService service = exact.get(path);
    if (service != null) {
      return service;
    }
    for (Map.Entry<String, HttpService> place : below.entrySet()) {
      if (path.startsWith(place.getKey())) {
        return place.getValue();
      }
    }
    return path.startsWith(CommandService.PREFIX + "/") ? api : rest;
  }
}
