/** How the program logs. */
@NullMarked
package im.parley.app.logging;

import org.jspecify.annotations.NullMarked;
