/**
 * One event to everyone who should get it: encoded once for each format that somebody in the room
 * reads, written once a turn to each socket.
 *
 * <pre>
 *   Bus → FanOut ─ encode once ─→ RoomTail (the newest frames, for those who come back)
 *            └─ one task a loop ─→ LoopFanOut → RoomSubscribers ─→ OpenReaders of each format
 *                                                   ↑ gate              └─ end of turn ─→ Subscriber
 *   hello ─→ Subscription ─ CatchUp: tail or log ───┘
 * </pre>
 *
 * <b>The gate.</b> A subscription begins closed. It catches up from the tail or the log, page by
 * page, and opens on its event loop at the exact seq at which the live stream goes on. Events that
 * come meanwhile are not kept for it: it reads them, too.
 *
 * <p><b>Isolation follows from order.</b> A {@code member.left} event ends that member's
 * subscriptions at its place in the stream, so nothing with a larger seq can reach them.
 */
@NullMarked
package im.parley.edge.fanout;

import org.jspecify.annotations.NullMarked;
