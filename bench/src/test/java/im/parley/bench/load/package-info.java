@NullMarked
package im.parley.bench.load;

import org.jspecify.annotations.NullMarked;
