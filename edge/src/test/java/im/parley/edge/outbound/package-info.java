/** Tests of the way to servers that users name. */
@NullMarked
package im.parley.edge.outbound;

import org.jspecify.annotations.NullMarked;
