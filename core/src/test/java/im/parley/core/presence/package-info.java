/** Tests of who is there. */
@NullMarked
package im.parley.core.presence;

import org.jspecify.annotations.NullMarked;
