/**
 * The WebSocket door (RFC 6455) at {@code /v1/connect}. After the handshake one handler is all that
 * a socket has, and while it is idle that handler holds no buffer.
 *
 * <pre>
 *   WebSocketDoor ─ WebSocketHandshake ─ 101 → WebSocketConnection ⇄ ConnectionListener
 *                     └ DeflateOffer              ├ WebSocketFrameDecoder: bytes → Incoming
 *                                                 ├ MessageInflater: what came compressed → text
 *                                                 └ WebSocketFrames: ping, pong, close → bytes
 *   JsonCodec: events and replies → JSON → Framing ┬ plain ────────→ text frames
 *                                                  └ DeflateFraming → compressed ones
 * </pre>
 */
@NullMarked
package im.parley.edge.websocket;

import org.jspecify.annotations.NullMarked;
