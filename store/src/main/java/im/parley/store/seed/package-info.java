/**
 * Fills an empty store of either engine with people, rooms and messages, for benchmarks and
 * demonstrations: the product's own work, without the threads.
 */
@NullMarked
package im.parley.store.seed;

import org.jspecify.annotations.NullMarked;
