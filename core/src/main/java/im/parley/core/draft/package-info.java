/** What people have begun to write and not sent. */
@NullMarked
package im.parley.core.draft;

import org.jspecify.annotations.NullMarked;
