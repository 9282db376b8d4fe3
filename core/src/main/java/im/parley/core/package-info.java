/**
 * The chat itself: one handler a command, and the ports that it needs. No network, no SQL.
 *
 * <pre>
 *   door → dispatch → limit → the feature's handler → port (log, room, read, presence, …)
 *                                                  └→ live: Bus → every node's fan-out
 *   door → hello: Greeter → who it is, and how each room goes on
 * </pre>
 */
@NullMarked
package im.parley.core;

import org.jspecify.annotations.NullMarked;
