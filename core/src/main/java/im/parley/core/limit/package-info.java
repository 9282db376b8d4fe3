/**
 * How often anybody may ask for anything. Each kind of command has buckets of its own; with {@code
 * --limits off} there are none.
 */
@NullMarked
package im.parley.core.limit;

import org.jspecify.annotations.NullMarked;
