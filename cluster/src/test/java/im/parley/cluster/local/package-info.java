/** The bus of a node that is alone. */
@NullMarked
package im.parley.cluster.local;

import org.jspecify.annotations.NullMarked;
