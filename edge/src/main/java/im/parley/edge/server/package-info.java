/**
 * Sockets and nothing above them: which I/O the machine offers, the listener, how many connections
 * it holds, how long a socket may keep us waiting, how one is let go.
 *
 * <pre>
 *   EdgeServer ─ accepts ─ OpenConnections (room left?) ─ Door.open(channel)
 *                                    └ no ─ Door.refuse(channel)
 * </pre>
 */
@NullMarked
package im.parley.edge.server;

import org.jspecify.annotations.NullMarked;
