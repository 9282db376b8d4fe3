/**
 * The heart: a room is a log.
 *
 * <pre>
 *   handler → Draft ─┐                           ┌→ CommitListener (announced to every node)
 *                    └→ RoomLog: rules, seq, disk ┤
 *                                                └→ Outcome (acknowledged to the sender)
 * </pre>
 *
 * Whether a change may happen is decided by {@link im.parley.core.log.RoomRules}, inside the
 * transaction that makes it, so that nobody speaks in a room a moment after leaving it.
 */
@NullMarked
package im.parley.core.log;

import org.jspecify.annotations.NullMarked;
