package im.parley.edge.session;

import im.parley.protocol.json.CommandReader.Request;

/** Hears what a connection receives, on its event loop. */
public interface ConnectionListener {

  /** The client asked for something: a command, or what is none. */
  void received(Request request);

  /** The connection has closed, for whatever reason. Called once, after everything else. */
  void closed();
}
