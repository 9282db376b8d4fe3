/** The ports of the core on SQL: what every kind of store has in common. */
@NullMarked
package im.parley.store;

import org.jspecify.annotations.NullMarked;
