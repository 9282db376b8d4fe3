/** Tests of messages that expire. */
@NullMarked
package im.parley.core.expiry;

import org.jspecify.annotations.NullMarked;
