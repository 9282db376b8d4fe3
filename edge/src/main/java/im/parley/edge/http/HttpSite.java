package im.parley.edge.http;

import java.util.Map;
import java.util.Optional;

/**
 * What is where on one listener: services at single paths, the API, and something for every other
 * path.
 *
 * @param exact the services of single paths
 * @param files what answers at {@code /v1/files} and below
 * @param hooks what answers under {@code /v1/hooks/}
 * @param api what answers under {@code /v1/}
 * @param rest what answers everywhere else
 */
public record HttpSite(
    Map<String, HttpService> exact,
    HttpService files,
    HttpService hooks,
    HttpService api,
    HttpService rest)
    implements HttpService {

  public HttpSite {
    exact = Map.copyOf(exact);
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
    if (path.equals(FileService.PATH) || path.startsWith(FileService.PATH + "/")) {
      return files;
    }
    if (path.startsWith(HookService.PREFIX)) {
      return hooks;
    }
    return path.startsWith(CommandService.PREFIX + "/") ? api : rest;
  }
}
