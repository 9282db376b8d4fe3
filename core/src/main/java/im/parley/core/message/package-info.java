/**
 * Saying something, and reading what was said.
 *
 * <pre>
 *   SendMessage → Draft → RoomLog.append ─ durable ─→ MessageSent
 *   GetHistory, ListEvents → a member? → RoomLog
 * </pre>
 */
@NullMarked
package im.parley.core.message;

import org.jspecify.annotations.NullMarked;
