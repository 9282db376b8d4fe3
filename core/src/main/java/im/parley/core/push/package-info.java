/**
 * Notifies people in their browsers while they are away.
 *
 * <pre>
 *   RoomLog ─ committed ─→ PostedQueue ─ after a moment ─→ Pusher ─ PushAudience: who has a browser
 *                          (bounded)                         │      PushRules: who wants to know
 *                                                            └──→ Deliveries ─→ PushService
 * </pre>
 *
 * <p>A push is a hint, at most once: it lives in memory until its browser's push service has taken
 * it, and what it tells of is in the log.
 */
@NullMarked
package im.parley.core.push;

import org.jspecify.annotations.NullMarked;
