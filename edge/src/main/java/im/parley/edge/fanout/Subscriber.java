package im.parley.edge.fanout;

import im.parley.protocol.error.CloseCode;
import im.parley.protocol.event.LeaveReason;
import im.parley.protocol.id.RoomId;
import im.parley.protocol.id.UserId;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/**
 * A live session, as the fan-out sees it. All but {@link #eventLoop} and {@link #format} is called
 * on that loop.
 */
public abstract class Subscriber {

  /** Whether something was written in this turn that the socket has not been handed yet. */
  boolean awaitsFlush;

  /** The event loop that the session lives on. */
  public abstract EventLoop eventLoop();

  /** How it reads what happens; always the same. */
  protected abstract WireFormat format();

  /** Whose session it is. */
  protected abstract UserId user();

  /** Queues whole frames; releases them. */
  protected abstract void write(ByteBuf frames);

  /** Hands everything queued to the socket. */
  protected abstract void flush();

  /** Queues whole frames and flushes; then runs the action, once the socket took them or closed. */
  protected abstract void writeThen(ByteBuf frames, Runnable taken);

  /** How many queued bytes the socket has not taken yet. */
  protected abstract long pendingBytes();

  /** Says why and closes. */
  protected abstract void close(CloseCode code);

  /** The user is no longer in the room; nothing of it follows. */
  protected abstract void removed(RoomId room, LeaveReason reason);

  /** The room has caught up, after a {@code delta}. */
  protected abstract void synced(RoomId room, long seq);
}
