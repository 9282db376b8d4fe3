/**
 * What clients are told. A {@link im.parley.protocol.event.Fact} is durable: it has a place in a
 * room's log. A {@link im.parley.protocol.event.Signal} is of the moment: whoever was away has
 * missed nothing.
 */
@NullMarked
package im.parley.protocol.event;

import org.jspecify.annotations.NullMarked;
