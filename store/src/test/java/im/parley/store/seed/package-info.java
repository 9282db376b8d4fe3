/** What a store is filled with. */
@NullMarked
package im.parley.store.seed;

import org.jspecify.annotations.NullMarked;
