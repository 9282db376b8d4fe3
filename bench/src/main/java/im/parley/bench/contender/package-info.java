/**
 * The servers that are measured: Parley as people start it, and its peers, each a process of its
 * own on the first core.
 */
@NullMarked
package im.parley.bench.contender;

import org.jspecify.annotations.NullMarked;
