/**
 * The first word on a live connection: who it is, which rooms are theirs, and how each goes on from
 * where the client was.
 */
@NullMarked
package im.parley.core.hello;

import org.jspecify.annotations.NullMarked;
