/** Clients and servers for tests: real processes, real sockets. */
@NullMarked
package im.parley.app.client;

import org.jspecify.annotations.NullMarked;
