/** Codes that let people into rooms. */
@NullMarked
package im.parley.core.invite;

import org.jspecify.annotations.NullMarked;
