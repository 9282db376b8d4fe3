@NullMarked
package im.parley.bench.report;

import org.jspecify.annotations.NullMarked;
