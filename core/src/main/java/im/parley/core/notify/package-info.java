/** What draws a member's attention. */
@NullMarked
package im.parley.core.notify;

import org.jspecify.annotations.NullMarked;
