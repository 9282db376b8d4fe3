/**
 * The way to browsers that have no connection open: Web Push (RFC 8030), encrypted for the browser
 * (RFC 8291) and signed with this server's keys (RFC 8292).
 *
 * <pre>
 *   Push ─→ HttpPushService ─ AddressGuard ─→ HTTP client ─→ the browser's push service
 * </pre>
 */
@NullMarked
package im.parley.edge.push;

import org.jspecify.annotations.NullMarked;
