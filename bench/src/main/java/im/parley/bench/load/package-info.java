/**
 * The load: thousands of clients on one thread, which do little more than the kernel makes them do,
 * so that one core of clients can keep one core of server busy.
 *
 * <pre>
 *   Fleet ─ connects → Client ─ FrameScanner → Dialect: what is this frame? → counts
 *     ↑ Load (keeps so many messages in flight, or sends at a rate) ─ Dialect: how is it said?
 * </pre>
 */
@NullMarked
package im.parley.bench.load;

import org.jspecify.annotations.NullMarked;
