/** Files on this machine's disk. */
@NullMarked
package im.parley.store.disk;

import org.jspecify.annotations.NullMarked;
