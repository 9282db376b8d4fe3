/** What was measured, for people and for programs. */
@NullMarked
package im.parley.bench.report;

import org.jspecify.annotations.NullMarked;
