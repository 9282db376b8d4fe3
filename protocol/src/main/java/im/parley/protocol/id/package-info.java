/** Names of things: opaque strings of at most 40 URL-safe characters, each kind its own type. */
@NullMarked
package im.parley.protocol.id;

import org.jspecify.annotations.NullMarked;
