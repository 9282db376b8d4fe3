/**
 * What reaches people who are there now.
 *
 * <pre>
 *   RoomLog ─ committed ─→ Announcer ─→ Bus ─ (every node) ─→ NodeListener: the fan-out
 *   typing, read marks ───────────────→ Bus
 *                                      NodeBus: what this node wants to hear of
 * </pre>
 */
@NullMarked
package im.parley.core.live;

import org.jspecify.annotations.NullMarked;
