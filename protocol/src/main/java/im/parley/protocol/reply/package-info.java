/** What commands are answered with. */
@NullMarked
package im.parley.protocol.reply;

import org.jspecify.annotations.NullMarked;
