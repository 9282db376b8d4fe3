/** Tests of slash commands. */
@NullMarked
package im.parley.core.slash;

import org.jspecify.annotations.NullMarked;
