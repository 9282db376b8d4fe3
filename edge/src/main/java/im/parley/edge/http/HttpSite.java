package im.parley.edge.http;

import java.util.Map;

/**
 * What is where on one listener: services at single paths, the API, and something for every other
 * path.
 *
 * @param exact the services of single paths
 * @param hooks what answers under {@code /v1/hooks/}
 * @param api what answers under {@code /v1/}
 * @param rest what answers everywhere else
 */
public record HttpSite(
    Map<String, HttpService> exact, HttpService hooks, HttpService api, HttpService rest)
    implements HttpService {

  public HttpSite {
    exact = Map.copyOf(exact);
  }

  @Override
  public HttpOutcome serve(HttpCall call) {
    String path = call.path();
    HttpService service = exact.get(path);
    return (service == null ? under(path) : service).serve(call);
  }

  private HttpService under(String path) {
    if (path.startsWith(HookService.PREFIX)) {
      return hooks;
    }
    return path.startsWith(CommandService.PREFIX + "/") ? api : rest;
  }
}
