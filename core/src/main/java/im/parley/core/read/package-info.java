/** How far everyone has read. Unread counts are arithmetic on positions, never row counts. */
@NullMarked
package im.parley.core.read;

import org.jspecify.annotations.NullMarked;
