/** Rooms as their members see them: making, finding, entering and leaving them. */
@NullMarked
package im.parley.core.room;

import org.jspecify.annotations.NullMarked;
