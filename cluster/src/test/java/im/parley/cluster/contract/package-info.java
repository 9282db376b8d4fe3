/** What every bus between nodes promises, and what tests of it need. */
@NullMarked
package im.parley.cluster.contract;

import org.jspecify.annotations.NullMarked;
