/** The steps of the hot path by themselves, under JMH: {@code ./parley bench micro}. */
@NullMarked
package im.parley.bench.micro;

import org.jspecify.annotations.NullMarked;
