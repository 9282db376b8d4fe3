/** Tests of files on the disk. */
@NullMarked
package im.parley.store.disk;

import org.jspecify.annotations.NullMarked;
