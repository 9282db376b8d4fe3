package im.parley.bench.load;

import io.netty.buffer.ByteBuf;

/** What a fleet does. Called on its event loop. */
public interface Work {

  /** Nothing: the clients listen, or do not even that. */
  Work NOTHING = new Work() {};

  /** A client has got a message; its frame stands in the buffer. */
  default void delivered(Client client, ByteBuf in, int start, int length) {}

  /** A client's command was carried out. */
  default void acknowledged(Client client) {}

  /** One of a client's rooms has caught up. */
  default void synced(Client client) {}

  /** Everything that one socket had was read. */
  default void turnEnded() {}
}
