@NullMarked
package im.parley.edge.session;

import org.jspecify.annotations.NullMarked;
