/**
 * Requests that the server makes itself, on a Netty loop of their own that begins with the first.
 */
@NullMarked
package im.parley.edge.outbound;

import org.jspecify.annotations.NullMarked;
