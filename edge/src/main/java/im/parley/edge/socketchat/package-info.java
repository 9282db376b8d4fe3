/**
 * The chat for clients of Socket.IO: one more door to the same conversations. The {@code auth} of
 * CONNECT is hello, events are commands, acknowledgements their replies.
 *
 * <pre>
 *   SocketIoSocket ⇄ ChatConnection ⇄ LiveSession
 *                       └ SocketIoCodec: replies and events → frames that all such clients share
 * </pre>
 */
@NullMarked
package im.parley.edge.socketchat;

import org.jspecify.annotations.NullMarked;
