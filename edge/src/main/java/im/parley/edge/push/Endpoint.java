package im.parley.edge.push;

import im.parley.core.outbound.AddressGuard;
import im.parley.core.outbound.AddressGuard.Reach;
import im.parley.core.outbound.AddressRefusedException;
import im.parley.protocol.error.RefusedException;
import java.net.URI;
import java.net.URISyntaxException;

/** What an endpoint that a browser names may be. */
final class Endpoint {

  private static final String FIELD = "endpoint";

  private Endpoint() {}

  /**
   * Checks an endpoint. Waits for the name service.
   *
   * @throws RefusedException if it is no https URL, or leads to no public address
   */
  static void check(String endpoint, Reach reach, AddressGuard guard) {
    URI url = parse(endpoint);
    boolean scheme =
        "https".equals(url.getScheme())
            || (reach == Reach.ANYWHERE && "http".equals(url.getScheme()));
    if (!scheme
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getRawFragment() != null) {
      throw notHttps();
    }
    try {
      var _ = guard.resolve(url.getHost());
    } catch (AddressRefusedException e) {
      throw RefusedException.badField(FIELD, "must lead to a public address");
    }
  }

  private static URI parse(String endpoint) {
    try {
      return new URI(endpoint);
    } catch (URISyntaxException e) {
      throw notHttps();
    }
  }

  private static RefusedException notHttps() {
    return RefusedException.badField(FIELD, "must be the https URL that the browser was given");
  }
}
