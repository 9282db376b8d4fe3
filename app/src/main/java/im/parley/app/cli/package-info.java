/** Commands as they are written: a name, then options with a value each. */
@NullMarked
package im.parley.app.cli;

import org.jspecify.annotations.NullMarked;
