/**
 * Engine.IO, protocol 4: messages between a client and the server over HTTP polling, over a
 * WebSocket, or over the first until the second is there. Knows nothing of what the messages mean.
 *
 * <pre>
 *   EngineDoor ─ EngineRequest ┬ GET, POST ──→ EngineSession ─ PollTransport (waits for polls)
 *                              └ WebSocket ──→ EngineWebSocket ┬ is the transport, or becomes it
 *                                                              └ FarSocket, from another event loop
 *   bytes → Packet → EngineListener              EngineSession.write ← EnginePackets
 * </pre>
 *
 * <b>One form.</b> What the server writes are WebSocket frames, so that all receivers share them.
 * They wait in this form also for polls, which get their content; a change of transport hands them
 * over as they are.
 */
@NullMarked
package im.parley.edge.engineio;

import org.jspecify.annotations.NullMarked;
