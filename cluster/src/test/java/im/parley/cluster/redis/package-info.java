/** The bus between nodes, over a real Redis. */
@NullMarked
package im.parley.cluster.redis;

import org.jspecify.annotations.NullMarked;
