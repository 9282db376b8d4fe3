/** Tests of what draws a member's attention. */
@NullMarked
package im.parley.core.draft;

import org.jspecify.annotations.NullMarked;
