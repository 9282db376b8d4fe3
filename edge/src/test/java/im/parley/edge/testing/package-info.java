/** What the tests of the doors share: a server on a free port, raw clients, hand-written fakes. */
@NullMarked
package im.parley.edge.testing;

import org.jspecify.annotations.NullMarked;
