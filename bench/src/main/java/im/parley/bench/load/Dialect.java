package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** How one kind of server is spoken to over its WebSocket. Has no state: one serves all clients. */
public interface Dialect {

  /** What a text frame from the server is. */
  enum Kind {
    /** The server waits for the client to say who it is. */
    WELCOME,
    /** The client is in: from now on it gets what is said in its rooms. */
    READY,
    /** A message that somebody said. */
    MESSAGE,
    /** A room that had been left behind has caught up. */
    SYNCED,
    /** A command was carried out. */
    ACKNOWLEDGED,
    /** A command was refused, or the client was. */
    REFUSED,
    /** The server asks for a sign of life in its own language. */
    PING,
    /** Something else. */
    OTHER
  }

  /** Where WebSockets are opened, with a query if need be. */
  String path();

  /** The subprotocol to ask for; empty for none. */
  String subprotocol();

  /** Whether the client speaks first. */
  boolean clientSpeaksFirst();

  /** What this text frame is: its payload stands in the buffer. */
  Kind kind(ByteBuf in, int start, int length);

  /** Says who the client is, and how far it has come. */
  String hello(Member member, Resume resume);

  /** Says something in a room; the server acknowledges it under the number, where it does. */
  String message(long number, String room, String key, String text);

  /** Says that the member is typing, if the server knows such a thing; empty otherwise. */
  default String typing(long number, String room) {
    return "";
  }

  /** Says how far the member has read, if the server knows such a thing; empty otherwise. */
  default String read(long number, String room, long seq) {
    return "";
  }

  /** The answer to {@link Kind#PING}. */
  default String pong() {
    return "";
  }
}
