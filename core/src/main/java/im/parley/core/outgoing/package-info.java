/**
 * URLs that are told what happens in rooms. A room is a log, so each of them is a reader with a
 * place in it.
 *
 * <pre>
 *   commit → RoomBells ─wakes→ Courier: RoomLog after its place → wanted? → sign → Outbound → place
 *                              (a virtual thread each; one request at a time; tries again, in order)
 * </pre>
 *
 * The place is stored after an answer: what was told before a crash may be told again, with the
 * same id, and nothing is left out.
 */
@NullMarked
package im.parley.core.outgoing;

import org.jspecify.annotations.NullMarked;
