package im.parley.edge.server;

import io.netty.channel.Channel;

/** What a server does with the connections that it accepts. Called on their event loops. */
public interface Door {

  /** Takes a connection in: adds the handlers that speak with it. */
  void open(Channel channel);

  /** Says that there is no room, and closes. */
  void refuse(Channel channel);
}
