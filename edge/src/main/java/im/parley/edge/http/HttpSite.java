package im.parley.edge.http;

import java.util.Map;

/**
 * What is where on one listener: services at single paths, the API, and something for every other
 * path.
 *
 * @param exact the services of single paths
 * @param api what answers under {@code /v1/}
 * @param rest what answers everywhere else
 */
public record HttpSite(Map<String, HttpService> exact, HttpService api, HttpService rest)
    implements HttpService {

  public HttpSite {
    exact = Map.copyOf(exact);
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    String path = call.path();
    HttpService service = exact.get(path);
    if (service == null) {
      service = path.startsWith(CommandService.PREFIX + "/") ? api : rest;
    }
    return service.serve(call);
  }
}
