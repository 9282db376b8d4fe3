/**
 * Who is there, and who wants to know.
 *
 * <pre>
 *   live sessions ─ here, gone ──→ PresenceBoard ─ say ─→ the lines that watch the user
 *   every command ─ Attention ───→      │
 *   presence.set ─────────────────────→ │ ─ Bus ─→ the user's own sessions
 *                                PresenceRecords (durable)
 * </pre>
 *
 * <p>What a user chose is durable; what their sessions do is in memory, and starts anew with the
 * server.
 */
@NullMarked
package im.parley.core.presence;

import org.jspecify.annotations.NullMarked;
