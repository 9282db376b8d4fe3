/**
 * A live connection's conversation, whatever door it came through: hello, commands in order,
 * replies, events.
 *
 * <pre>
 *   door ─ Connection ⇄ LiveSession ─ SessionInbox → virtual thread → Dispatcher
 *                            ↑ event loop ← reply, FanOut
 * </pre>
 */
@NullMarked
package im.parley.edge.session;

import org.jspecify.annotations.NullMarked;
