/** Tests of who is notified, and how. */
@NullMarked
package im.parley.core.push;

import org.jspecify.annotations.NullMarked;
