@NullMarked
package im.parley.edge.fanout;

import org.jspecify.annotations.NullMarked;
