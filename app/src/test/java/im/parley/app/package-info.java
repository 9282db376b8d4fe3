/** The whole server, as its users and its faults meet it. */
@NullMarked
package im.parley.app;

import org.jspecify.annotations.NullMarked;
