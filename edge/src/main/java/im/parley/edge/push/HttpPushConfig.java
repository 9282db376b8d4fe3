package im.parley.edge.push;

import im.parley.core.outbound.AddressGuard;
import java.util.Optional;

/**
 * How push services are reached.
 *
 * @param reach how far endpoints may lead; anywhere lets them be {@code http} as well
 * @param contact a {@code mailto:} or {@code https:} URI that push services can turn to
 */
public record HttpPushConfig(AddressGuard.Reach reach, Optional<String> contact) {}
