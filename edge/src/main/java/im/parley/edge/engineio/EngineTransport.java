package im.parley.edge.engineio;

import im.parley.protocol.error.CloseCode;
import io.netty.buffer.ByteBuf;

/** How a session's packets reach its client. Confined to the session's event loop. */
interface EngineTransport {

  /** Queues whole WebSocket frames, and releases them. */
  void write(ByteBuf frames);

  /** Queues frames and flushes; then runs the action, once they were taken or the end has come. */
  void writeThen(ByteBuf frames, Runnable taken);

  /** Hands what is queued to the client, if it can be reached. */
  void flush();

  /** How many queued bytes the client has not taken yet. */
  long pendingBytes();

  /** Says why and ends, after what was queued. */
  void end(CloseCode code);

  /** Gives up what the client has not taken: nobody waits for it. */
  void discard();
}
