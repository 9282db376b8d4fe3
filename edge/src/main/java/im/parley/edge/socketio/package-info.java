/**
 * Socket.IO, protocol 5, over Engine.IO: named events with arguments, acknowledgements both ways,
 * bytes as attachments, namespaces. Knows nothing of chat: a {@link
 * im.parley.edge.socketio.SocketIoApplication} says which namespaces there are and what events
 * mean.
 *
 * <pre>
 *   EngineSession → SocketIoConnection ─ SocketIoReader, Assembly: text and bytes → SocketIoPacket
 *                          └ a namespace ─ SocketIoSocket ⇄ SocketIoListener
 *                                               └ SocketIoFrames: packets → frames
 * </pre>
 */
@NullMarked
package im.parley.edge.socketio;

import org.jspecify.annotations.NullMarked;
