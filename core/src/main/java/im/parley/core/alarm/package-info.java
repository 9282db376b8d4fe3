/**
 * What is done at its time, though the store alone knows how much of it there is.
 *
 * <pre>
 *   the earliest time ─→ AlarmClock ─ Alarm ─wakes→ Chore: a page of what is due, until nothing is
 * </pre>
 */
@NullMarked
package im.parley.core.alarm;

import org.jspecify.annotations.NullMarked;
