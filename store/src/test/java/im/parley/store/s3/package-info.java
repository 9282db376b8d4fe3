/** Tests of files in a bucket. */
@NullMarked
package im.parley.store.s3;

import org.jspecify.annotations.NullMarked;
