/** Words in messages: how text is cut into them, and who finds them. */
@NullMarked
package im.parley.core.search;

import org.jspecify.annotations.NullMarked;
