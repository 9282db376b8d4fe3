/** What a browser is sent through its push service while no connection is open. */
@NullMarked
package im.parley.protocol.push;

import org.jspecify.annotations.NullMarked;
