/**
 * Requests that the server makes itself, to addresses that users name.
 *
 * <pre>
 *   URL → AddressGuard: resolve, refuse what is not public → the very address to connect to
 * </pre>
 */
@NullMarked
package im.parley.core.outbound;

import org.jspecify.annotations.NullMarked;
