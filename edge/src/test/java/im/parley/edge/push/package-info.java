/** Tests of the way to browsers. */
@NullMarked
package im.parley.edge.push;

import org.jspecify.annotations.NullMarked;
