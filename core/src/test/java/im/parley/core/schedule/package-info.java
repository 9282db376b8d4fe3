/** Tests of messages that are sent later. */
@NullMarked
package im.parley.core.schedule;

import org.jspecify.annotations.NullMarked;
