package im.parley.edge.websocket;

import im.parley.edge.websocket.ExtensionOffer.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Judges offers of permessage-deflate (RFC 7692, section 7.1). It is only ever agreed on without
 * context takeover, in both directions: then a message that many get is compressed once for all,
 * and nothing is kept of those that went before.
 */
final class DeflateOffer {

  private static final String NAME = "permessage-deflate";
  private static final String SERVER_WINDOW = "server_max_window_bits";

  /** The only window that the platform's compressor has: 2 to the power of 15 bytes. */
  private static final String WINDOW_BITS = "15";

  /** Every client must be able to do without its own context (section 7.1.1.2). */
  private static final String ANSWER =
      NAME + "; server_no_context_takeover; client_no_context_takeover";

  private DeflateOffer() {}

  /** The answer to the first offer that can be accepted; empty if there is none. */
  static Optional<String> answer(List<ExtensionOffer> offers) {
    return offers.stream()
        .filter(DeflateOffer::isAcceptable)
        .findFirst()
        .map(offer -> namesServerWindow(offer) ? ANSWER + "; server_max_window_bits=15" : ANSWER);
  }

  private static boolean isAcceptable(ExtensionOffer offer) {
    Set<String> names = new HashSet<>();
    return offer.name().equals(NAME)
        && offer.parameters().stream()
            .allMatch(parameter -> names.add(parameter.name()) && isAcceptable(parameter));
  }

  private static boolean isAcceptable(Parameter parameter) {
    return switch (parameter.name()) {
      case "server_no_context_takeover", "client_no_context_takeover" ->
          parameter.value().isEmpty();
      case SERVER_WINDOW -> parameter.value().filter(WINDOW_BITS::equals).isPresent();
      case "client_max_window_bits" ->
          parameter.value().isEmpty()
              || parameter.value().filter(DeflateOffer::isWindow).isPresent();
      default -> false;
    };
  }

  /** 8 to 15, without leading zeros (section 7.1.2). */
  private static boolean isWindow(String bits) {
    return bits.matches("[89]|1[0-5]");
  }

  private static boolean namesServerWindow(ExtensionOffer offer) {
    return offer.parameters().stream()
        .anyMatch(parameter -> parameter.name().equals(SERVER_WINDOW));
  }
}
