/** One realistic instance of everything that the protocol declares. */
@NullMarked
package im.parley.protocol.example;

import org.jspecify.annotations.NullMarked;
