package im.parley.edge.websocket;

import java.util.List;
import java.util.Optional;

/**
 * An extension that a client offers (RFC 6455, section 9.1).
 *
 * @param name what it is called
 * @param parameters how the client would have it, as they were named
 */
record ExtensionOffer(String name, List<Parameter> parameters) {

  ExtensionOffer {
    parameters = List.copyOf(parameters);
  }

  /**
   * One parameter.
   *
   * @param name what it is called
   * @param value its value, without quotes; empty if it has none
   */
  record Parameter(String name, Optional<String> value) {}
}
